import type { Catalogue } from '../language.ts'
import { number } from './number.ts'

export const rightsStepsWords: Catalogue['rights/steps-words'] = {
  title: '平台步骤',
  lead: '平台受理投诉之前的各项要求，按顺序列出。完成的请打勾，Docket 会记住。',
  portal: '投诉平台',
  openPortal: '打开平台',
  source: (source) => `来源：${source}。`,
  age: '公开资料大多描述的是平台以前的样子；如有不同，以平台为准。',
  done: (done, of) => `已完成 ${number(done)} 项，共 ${number(of)} 项`,
  doneOn: (on) => `完成于 ${on}`,
  mark: (title) => `已完成：${title}`,
  yourRights: '您的权利现状',
  noRights: '尚未录入权利。',
  enterRights: '录入您的权利',
  sellersSeeTitle: '卖家会看到您的名称',
  sellersSee:
    '投诉方名称和联系邮箱会提供给卖家。请尽量使用部门邮箱（brand@、ipr@），不要使用个人姓名。注册邮箱和投诉方名称之后无法修改。',
  groups: { account: '账号', identity: '身份认证', rights: '按平台要求准备权利资料' },
  steps: {
    'choose-mailbox': {
      title: '选择部门邮箱',
      does: ['由多人查看、人员离职后仍在使用的邮箱。', '不必与登录邮箱相同。'],
    },
    register: {
      title: '注册账号',
      does: [
        '所在地、企业或个人、权利人或代理人、邮箱、用户协议、6 位验证码。',
        '在此注册账号后，您将不能再使用免账号表单（十条链接）。',
      ],
    },
    'gather-identity': {
      title: '备好身份证明文件',
      does: [
        '企业：营业执照或商业登记证。中国企业：加盖红章的复印件。香港企业：须在有效期内。',
        '中国大陆以外的个人：带照片的身份证、护照或驾驶证。',
        '投诉方名称必须与证件上的名称一字不差。',
        '其他语言的文件：附英文或中文译文。',
      ],
    },
    'wait-for-identity': {
      title: '等待审核',
      does: ['人工审核，需数日。其间无法在平台上进行其他操作；可继续标记商品。'],
    },
    'gather-certificates': {
      title: '扫描证书',
      does: [
        '彩色扫描，PDF、JPG 或 PNG 格式；仅在有盖章或签字时可用黑白。不接受 Word 文件。',
        '证书和类别页分别存为单独的文件。续展、名称变更和转让各有证明。',
        '指定中国的国际注册商标：领土延伸证明。',
        '已登记的作品：另附带有登记机构印章的作品页面。未登记的作品：已签署的著作权声明（PDF）。',
        '专利：专利证书；在中国可能被要求提供专利权评价报告。',
      ],
    },
    'gather-authority': {
      title: '代理人：签好授权委托书',
      does: [
        '须明确授予知识产权维权的权限。录入权利后，平台会提供模板。',
        '企业盖章，或由个人亲笔签名，并注明签署人职务。',
      ],
    },
    'enter-rights': {
      title: '录入每项权利',
      does: [
        '逐项录入，按类型和注册地。',
        '只填号码，不带文字。注册人须与当前登记簿一致。',
        '作品：每件作品一条记录。',
      ],
    },
    'wait-for-rights': {
      title: '等待审核通过',
      does: ['三至七个工作日。权利审核期间提交的投诉不予处理。'],
    },
    'note-state': {
      title: '在 Docket 中记下状态',
      does: ['审核中、已通过或未通过，以及日期：每份投诉的检查都以此为准。'],
    },
  },
}
