import type { Catalogue } from '../language.ts'

const number = (many = 0) => many.toLocaleString('zh-CN')

type Sentences = Catalogue['complaints/point-words']['sentence']

/** Of listings. */
const ofListings: Sentences = {
  'no-links': () => '该投诉没有商品。请添加商品，或删除该投诉。',
  'too-many-links': ({ facts: { many = 0, limit = 1 } }) =>
    `${number(many)} 条链接：投诉平台最多接受 ${number(limit)} 条。请拆分为 ${number(Math.ceil(many / limit))} 份投诉。`,
  doubled: ({ comId }) => `商品 ${comId} 重复出现。请移出一个。`,
  'store-missing': ({ comId }) =>
    `商品 ${comId} 未显示店铺，而投诉平台在此要求店铺地址。请打开其页面并在那里标记。`,
  withdrawn: ({ comId }) => `商品 ${comId} 不再标记为侵权。请移出，或重新标记。`,
  'evidence-missing': ({ comId }) => `商品 ${comId} 没有截图。请打开并在页面上标记。`,
  'listing-missing': ({ comId }) => `商品 ${comId} 的读取内容未保存。请移出，或重新标记。`,
  'link-shape': ({ comId }) => `商品 ${comId} 没有速卖通商品链接。`,
  'seller-allowed': ({ comId, facts: { name } }) =>
    `商品 ${comId} 的卖家 ${name} 获准销售这些商品。请移出，或终止该许可。`,
  'seller-allowed-elsewhere': ({ comId, facts: { name } }) =>
    `商品 ${comId} 的卖家获准销售该权利人另一项权利（${name}）下的商品。请确认该许可不涵盖这些商品。`,
  'seller-unknown': ({ comId, facts: { isSellerHidden } }) =>
    `商品 ${comId} ${isSellerHidden ? '隐藏了卖家' : '尚未标明卖家'}。请打开其页面，确认不是您自己的卖家。`,
  territory: ({ comId, facts: { country } }) =>
    `商品 ${comId} 取证时的配送国家为 ${country}，该权利在那里可能不适用。`,
  'removed-before': ({ comId, facts: { on } }) =>
    `商品 ${comId} 此前已下架过${on ? `（提交于 ${on}）` : ''}。请核实其已重新上线。`,
  'filed-before': ({ comId, facts: { on } }) =>
    `商品 ${comId} 已以该权利投诉过（提交于 ${on ?? '未知日期'}）。重复投诉可能被视为滥用。`,
  'in-other-complaint': ({ comId }) => `商品 ${comId} 已在以该权利发起的另一份未结投诉中。请从其中一份移出。`,
  gone: ({ comId }) => `商品 ${comId} 在最近一次查看时已下架。请移出；其证据仍会保留。`,
  'never-seen': ({ comId }) => `商品 ${comId} 从未在线查看过。请在提交前打开。`,
  stale: ({ comId, facts: { days = 0 } }) =>
    `商品 ${comId} 最近一次在线查看是在${days < 1 ? '今天早些时候' : ` ${number(days)} 天前`}。请在提交前核实。`,
  'prior-sale': ({ comId, facts: { on } }) =>
    `商品 ${comId} 的出现可能早于专利申请（最早痕迹 ${on}）。请核查在先销售。`,
}

/** Of the complaint as a whole, and of what its reason asks for. */
const ofComplaint: Sentences = {
  'right-missing': () => '请选择一项知识产权。每份投诉只能依据一项权利。',
  'portal-missing': () => '请选择向哪个投诉平台提交。',
  platform: () => '该投诉平台不受理针对该平台的投诉。请另选。',
  'reason-missing': () => '请选择投诉理由。',
  'complaint-type': ({ facts: { isStoreFront } }) =>
    isStoreFront ? '该投诉平台或理由不受理针对店铺的投诉。请选择“商品链接”。' : '请选择“商品链接”或“店铺”。',
  'explanation-short': ({ facts: { many, limit } }) =>
    `请用几句话说明为何侵权：现有 ${number(many)} 个字符，至少 ${number(limit)} 个。`,
  'explanation-long': ({ facts: { many, limit } }) =>
    `请缩短投诉说明：现有 ${number(many)} 个字符，最多 ${number(limit)} 个。`,
  'explanation-open': ({ facts: { fields = [] } }) =>
    `投诉说明中还有 ${fields.join('、')}。请填写，或自行改写。`,
  language: () => '该投诉平台不受理这种语言。请改用其他语言。',
  'too-many-attachments': ({ facts: { many, limit } }) =>
    `${number(many)} 个文件：投诉平台接受 ${number(limit)} 个。请删除或合并一些。`,
  'attachment-type': ({ facts: { name } }) => `投诉平台不接受 ${name}。请另存为 PDF、JPG 或 PNG。`,
  'attachment-large': ({ facts: { name, megabytes } }) =>
    `${name} 超过 ${number(megabytes)} MB。投诉包中会放入较小的副本或分卷。`,
  genuine: () => '转售正品或价格问题不构成侵权。请确认这些商品不是正品。',
  'declaration-missing': () => '导出前请确认承诺声明。',
  'patent-kind': () => '该理由适用于其他类型的专利。请另选合适的理由。',
  'mark-place-missing': () => '请说明商标出现在哪里。',
  'goods-class': ({ facts: { classes = [] } }) =>
    classes.length === 0
      ? '该商品可能不属于商标的核定类别。'
      : `该商品可能不属于第 ${classes.join('、')} 类。`,
  'copied-part-missing': () => '请说明抄袭了什么：商品、包装，还是仅商品页面的图片或文字。',
  'comparison-missing': () => '请将正品图片与商品图片并列，并至少标注一处差异。',
  'comparison-of-other': ({ comId }) =>
    `有一份对比显示的是商品 ${comId}，而它不在本投诉中。请删除该对比，或添加该商品。`,
  'statement-missing': () => '请声明从未生产过该款式。',
  'order-missing': () => '请填写取证购买的订单号。',
  'purchase-dates': () => '收货日期早于下单日期。请更正其中一个日期。',
  'one-order': () => '取证购买投诉只能对应一个订单。请将其他商品移至单独的投诉。',
  'photos-missing': () => '请添加所购商品的照片。',
  'purchase-report-missing': () => '请添加取证购买的已签章鉴定报告。',
  'mark-only-on-goods': () => '该理由要求商标出现在页面或图片上，而不仅在商品上。',
  'mark-not-identical': () => '该理由要求标识与注册商标一致。请确认两者相同，或另选理由。',
  'original-missing': () => '请添加原作以供对比。',
  'source-missing': () => '请添加您的页面截图，并在文字中写明其地址。',
  'source-address-missing': () => '请填写您的页面的完整地址，与浏览器中显示的一致。',
  'source-not-in-text': ({ facts: { url } }) => `请在文字中也写明您的页面地址：${url}`,
  'analysis-missing': () => '请为该商品添加侵权分析（权利要求对照表），每一行都须填写。',
  'design-comparison-missing': () => '请添加外观设计与商品图片的对比，视图相同。',
  'decision-missing': () => '请添加裁决。其中必须写明该商品和该专利。',
  'one-analysis': ({ facts: { many } }) =>
    `一份分析对应 ${number(many)} 个商品：必须适用于清单中的每个商品。`,
}

/** Of the right and its holder. */
const ofRight: Sentences = {
  'right-type': () => '该权利的类型与理由不符。请选择合适的权利。',
  'holder-missing': () => '请说明权利人是谁。',
  'complainant-missing': () => '投诉人名称必须与您的知识产权保护平台账号完全一致。',
  'email-missing': () => '请填写联系邮箱。卖家可能会看到。',
  'email-personal': () => '该联系邮箱像是个人邮箱，而卖家可能会看到。最好使用公用邮箱。',
  'authority-missing': () => '请添加授权委托书：您代表其他权利人行事。',
  'authority-ended': ({ facts: { on } }) => `授权委托书已于 ${on} 到期。`,
  'right-refused': () => '投诉平台未通过该权利的审核。以此提交的投诉不会成功。',
  'right-unverified': () => '该权利未标记为已通过投诉平台审核。以此提交的投诉不会被处理。',
  'right-expired': ({ facts: { isPatent, on } }) => (isPatent ? '该专利已失效。' : `该权利已于 ${on} 到期。`),
  'right-expires': ({ facts: { days } }) => `该权利将在 ${number(days)} 天后到期。请续展。`,
  'jurisdiction-missing': () => '请填写权利的注册地。',
  'territory-missing': () => '请选择该权利适用的国家。',
  'mark-missing': () => '请按证书填写商标。',
  'number-not-plain': () => '请只填写编号，不含文字或空格。',
  'registrant-missing': () => '注册人必须与登记簿一致。',
  'classes-missing': () => '请至少选择一个类别（1–45）。',
  'extension-missing': () => '请添加延伸至中国的证明。',
  'work-missing': () => '请写明作品名称及类型。',
  'owner-missing': () => '作品归谁所有？',
  'work-unproven': () => '请添加权利证书，或已签字的著作权声明书（PDF）。',
  'publication-missing': () => '请补充作品首次发表的地点和时间。',
  'patent-incomplete': () => '请按证书填写专利号、名称和权利人。',
  'report-missing': () => '中国：可能要求提供专利权评价报告。',
}

export const complaintsPointWords: Catalogue['complaints/point-words'] = {
  sentence: { ...ofListings, ...ofComplaint, ...ofRight },
}
