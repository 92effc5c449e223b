import type { Catalogue } from '../language.ts'

const number = (many: number) => many.toLocaleString('zh-CN')

export const backupWords: Catalogue['pack/backup-words'] = {
  sectionTitle: '完整备份',
  sectionLead: '一个加密文件，包含全部标记、证据、权利、投诉和设置，可放回新的浏览器配置中。',
  make: '制作备份',
  restore: '恢复备份',

  dataLink: '导出全部数据供其他程序使用',
  dataTitle: '导出全部数据',
  dataLead:
    '供其他程序使用的 ZIP 文件：每张表的 JSON 和 CSV、每个文件，以及说明各项含义的结构文档。它未经加密，Docket 也不会读回；需要读回请制作备份。',
  dataBegin: '导出全部数据',
  dataReading: (done: number, of: number) =>
    `正在写入第 ${number(done)} 条，共 ${number(of)} 条，随后写入文件…`,
  dataDone: '全部数据已导出',
  dataFailed: '未导出任何内容',

  title: '制作备份',
  lead: '一个文件，包含 Docket 保存的每一条记录、每一张图片和每一份文件，以及各项设置。没有口令，谁也无法读取。',
  keyTitle: '备份中不可能包含的内容',
  key: '签名密钥：浏览器不会把它交给任何人。恢复之后，以前封存的内容用备份中的公钥验证；此后由新密钥签名，并记入账本。第二副本所用的文件夹也需要重新选择。',
  reads: '读取数据表期间所做的标记会稍后保存。',
  passphrase: '口令',
  passphraseHint: (least: number) =>
    `至少 ${least} 个字符。请与文件分开保管：没有口令，任何人都无法打开备份，Docket 也不能。`,
  again: '再次输入口令',
  short: (least: number) => `请至少输入 ${least} 个字符。`,
  differs: '两次输入不一致。',
  suggest: '替我生成一个',
  suggested: '继续之前，请抄写下来或存入密码管理器：',
  show: '显示输入内容',
  begin: '开始备份',
  reading: (done: number, of: number) => `正在写入第 ${number(done)} 条，共 ${number(of)} 条，随后写入文件…`,
  readingBack: '正在读回核对…',
  saving: '正在保存…',
  keepOpen: '完成之前请不要关闭此标签页。',
  doneTitle: '备份已保存，并已从头到尾读回核对',
  done: (rows: number, files: number, size: string) =>
    `${number(rows)} 条记录，${number(files)} 个文件，${size}。已记入账本。`,
  damaged: (many: number) => `有 ${number(many)} 个文件与存入时不同，已按现状放入备份。可在“存储”页面检查。`,
  savedAs: '保存为',
  showFile: '在文件夹中显示',
  hash: 'SHA-256',
  failedTitle: '未能制作备份',

  restoreTitle: '恢复备份',
  restoreLead:
    '用于尚未做过任何工作的新浏览器配置。写入之前先检查全部内容；要么一次全部恢复，要么什么都不改变。',
  restoreOnce: '请只在一个配置中继续工作：两个配置若都续写同一账本，便无法再合并。此配置的设置将被替换。',
  chooseFile: '备份文件（.docket）',
  chosen: (name: string, size: string) => `${name}，${size}`,
  check: '检查',
  checking: (percent: number) => `正在检查备份：${percent}%`,
  foundTitle: '备份完整',
  found: (when: string) => `制作于 ${when}。`,
  counts: (rows: number, files: number, size: string) =>
    `${number(rows)} 条记录，${number(files)} 个文件（${size}）。`,
  flags: '标记',
  captures: '取证记录',
  complaints: '投诉',
  rights: '权利',
  ledgerRows: '账本行数',
  newer: (rows: number) =>
    `备份之后此处又写过 ${number(rows)} 行账本。恢复后，在第二副本补回这些行或您接受其丢失之前，Docket 只显示现有内容。`,
  refusedTitle: '无法在此处恢复',
  restoreNow: '开始恢复',
  restoring: (percent: number) => `正在恢复：${percent}%`,
  restoredTitle: '全部内容已恢复',
  restored: '请在设置中选择第二副本的位置。浏览器权限需要重新授予。',
  restart: '继续之前请重新启动浏览器。',
  open: '打开 Docket',
  checkFailedTitle: '无法打开',
  restoreFailedTitle: '未恢复任何内容',
  copies: '改为从第二副本找回证据',
}
