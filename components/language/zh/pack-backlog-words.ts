import type { Catalogue } from '../language.ts'
import { number } from './number.ts'

export const packBacklogWords: Catalogue['pack/backlog-words'] = {
  region: '备份副本',
  waiting: (captures) => `${number(captures)} 次取证只存在于此浏览器中。`,
  damageRegion: '损坏的证据',
  damaged: (captures) => `${number(captures)} 次取证存储的证据已损坏。`,
  noPlace: '请选择备份副本的存放位置。',
  permission: '备份副本的文件夹等待您的授权。',
  failed: (many) => `${number(many)} 份复制失败。`,
  setUp: '设置',
  goOn: '继续',
  look: '查看',
}
