import type { Catalogue } from '../language.ts'
import { number } from './number.ts'

export const packImportWords: Catalogue['pack/import-words'] = {
  title: '导入证据包',
  what: '同事的证据包，或您在另一台电脑上的 Docket 制作的证据包。存储任何内容之前，会先检查整个包。导入的取证与您自己的并列，并注明来源；它们不进入队列，也不计入您的统计。',
  back: '如需恢复此配置文件中丢失的证据，请前往：',
  restore: '恢复证据',
  choose: '证据包（.zip）',
  working: (name) => `正在检查 ${name}…`,
  storing: (done, of) => `正在存储… ${number(done)}/${number(of)} 次取证`,
  keepOpen: '完成前请勿关闭此标签页。',
  done: (captures) => `已导入 ${number(captures)} 次取证`,
  nothingNew: '此包中的内容此处都已有',
  there: (captures) => `${number(captures)} 次取证此处已有，逐字节一致。`,
  refused: '没有导入任何内容',
  file: '文件',
  key: '密钥指纹',
  keyHint: '请向制作者索取并比对：任何人都可以用自己的密钥制作一个包。',
  packId: '包编号',
  made: '制作时间（以制作者的时钟为准）',
  listings: '商品数',
  again: '用它们制作证据包',
}
