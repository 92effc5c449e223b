import type { Catalogue } from '../language.ts'
import { number } from './number.ts'

export const settingsSecondCopyWords: Catalogue['settings/second-copy-words'] = {
  title: '证据的备份副本',
  lead: [
    '浏览器会不经询问删除损坏的存储。每次取证后，Docket 可将封存记录、文件和台账写入浏览器之外的文件夹；在那里无需浏览器即可检查，也可以恢复。',
    '副本中不含标记和队列，只含证据。',
  ],
  noneTitle: '证据只存在于此浏览器中',
  none: (captures) =>
    captures === 0
      ? '请尽早选择副本的存放位置。'
      : `一旦浏览器数据丢失，${number(captures)} 次已封存的取证也会丢失。`,
  chooseFolder: '选择文件夹…',
  chooseOther: '选择其他文件夹…',
  useDownloads: '使用下载文件夹',
  folderHint: '最好选择另一块磁盘上的文件夹，或有备份的文件夹。',
  downloadsHint: (folder) =>
    `在下载文件夹中，副本存放于“${folder}”，每个副本都会出现在浏览器的下载记录里。请在浏览器设置中关闭“下载前询问每个文件的保存位置”，否则每次都会询问。`,
  goesTo: (place) => `副本存放于 ${place}。`,
  otherWarning: '更换位置后，全部内容会重新复制到新位置；原位置的内容不会删除。',
  allCopied: (captures) =>
    captures === 0 ? '已就绪：下一次取证会自动复制。' : `已复制 ${number(captures)} 次取证，没有缺漏。`,
  copying: '正在复制…',
  waiting: (captures) => `${number(captures)} 次取证尚未复制`,
  permissionTitle: (captures) =>
    captures === 0 ? '文件夹等待您的授权' : `${number(captures)} 次取证等待您的授权`,
  permissionHint:
    'Docket 的页面全部关闭后，浏览器会忘记授权。请选择“每次访问时都允许”，此后 Docket 会自动复制。',
  allow: '允许访问该文件夹',
  declined: '浏览器未允许。获得允许之前，副本暂不写入。',
  failed: (captures) => `${number(captures)} 次取证未能复制`,
  tryAgain: '重试',
  copyNow: '立即复制',
  bringBack: '从副本恢复证据',
  importPack: '导入证据包',
}
