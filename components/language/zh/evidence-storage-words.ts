import type { Catalogue } from '../language.ts'
import { number } from './number.ts'

export const evidenceStorageWords: Catalogue['evidence/storage-words'] = {
  tabTitle: '存储 – 证据 – Docket',
  title: '存储',
  lead: '一切都存储在这台电脑的这个浏览器配置文件中。以下是当前状况。',
  reading: '正在读取…',

  room: '空间',
  used: (size, of) => `浏览器允许使用 ${of}，已用 ${size}`,
  free: (size) => `剩余 ${size}`,
  roomUntold: '浏览器未告知有多少空间。每次写入仍会读回核对。',
  nearlyFull: (size) => `仅剩 ${size}。请释放磁盘空间：低于 200 MB 时不再开始新的取证，标记也不带图片。`,
  full: (size) =>
    `仅剩 ${size}，因此不再开始新的取证：标记会保存，但不带图片，并注明原因。请释放磁盘空间，然后重新打开相关商品。`,
  persistent: '浏览器承诺不会自行清除此存储。',
  notPersistent:
    '浏览器尚未承诺保留此存储。Docket 的无限存储权限可避免因空间不足而被清除；仍建议申请该承诺，部分浏览器会给予。',
  ask: '向浏览器申请',
  declined: '浏览器已拒绝。请保留备份副本：见“设置”。',

  files: '各类文件',
  measuring: (done, of) => `正在统计… ${number(done)}/${number(of)} 次取证`,
  heads: { kind: '类型', files: '文件数', size: '大小' },
  all: '合计',
  noFiles: '尚无文件。',

  copies: '备份副本',
  noCopies: '尚未保留备份副本。浏览器更换损坏的数据库时，其中内容会全部丢失：请在浏览器之外保留证据包。',
  copyState: {
    due: (many) => `${number(many)} 份待复制`,
    writing: (many) => `${number(many)} 份正在写入`,
    copied: (many) => `${number(many)} 份已复制`,
    failed: (many) => `${number(many)} 份失败`,
  },
  copySettings: '副本的存放位置',

  ledger: '台账与核验',
  rows: (many) => `台账共 ${number(many)} 行`,
  waiting: (many) => `${number(many)} 项判定待记入，会自动完成`,
  round: (files, captures, when, isDamaged) =>
    isDamaged
      ? `截至 ${when}，Docket 已自动重新读取 ${number(captures)} 次取证的 ${number(files)} 个完好文件。`
      : `${number(captures)} 次取证的全部 ${number(files)} 个文件已于 ${when} 重新读取（Docket 每天进行一次）：均与取得时一致。`,
  noRound: 'Docket 每天重新读取全部文件；目前尚未读完一遍。',
  roundNow: (done, of) => `正在重新读取：${number(done)}/${number(of)} 次取证。`,
  damaged: 'Docket 发现有证据与封存时不符',
  mend: '任何包都不会收入损坏的文件，其他一切照常。请从备份副本恢复：Docket 会放回与封存哈希值相符的文件，本提示随之消失。没有副本时，请在商品仍在线时重新标记。',
  mendLink: '从备份副本恢复',
  never: '尚未由您发起过全面核验。',
  last: (when, captures, flaws) =>
    `上次由您发起的全面核验：${when}，${number(captures)} 次取证，${flaws === 0 ? '无异常' : `${number(flaws)} 处异常`}。`,
  verifyAll: '全面核验',
  verifying: (done, of) => `正在核验… ${number(done)}/${number(of)} 次取证`,
  stop: '停止',
  stopped: '已停止。未检查的部分情况不明。',
  sound: (captures) => `${number(captures)} 次取证和台账均与封存时一致`,
  flawed: (many) => `发现 ${number(many)} 处异常`,
  ofLedger: '台账',
  ofCapture: '打开取证',
  unsealedHint: '尚未封存的取证无法与封存核对，不计为异常。',

  incidents: '出过的问题',
  noIncidents: '目前没有。',
  incidentsOf: (shown, all) =>
    shown === all ? `${number(all)} 个问题` : `最近 ${number(shown)} 个问题，共 ${number(all)} 个`,
  doing: (doing) => `发生于：${doing}`,
}
