import type { Catalogue } from '../language.ts'
import { number } from './number.ts'

export const packRestoreWords: Catalogue['pack/restore-words'] = {
  title: '恢复证据',
  bannerRegion: '存储状态',
  bannerTitle: 'Docket 目前只显示已存储的内容，不保存任何新内容',
  bannerAction: '如何处理',
  happenedTitle: '发生了什么',
  nothingDeleted: 'Docket 没有删除任何内容，也没有覆盖任何内容。请不要移除 Docket 或其数据，也不要重新安装。',
  plain: '适用于浏览器配置文件丢失，或此配置文件中的证据损坏的情况。此处已有的内容不会被覆盖。',
  emptyHint: '丢失的配置文件最好恢复到新的配置文件中，并在做其他任何事之前进行。副本中不含标记和队列。',

  saveTitle: '1. 保存此处已有的内容',
  saveHint: '将仍可读取的一切存为一个 ZIP：取证、记录、文件、台账、标记和备注。台账缺行时无法制作证据包。',
  saveButton: '保存此处的全部内容',
  saving: '正在保存…',
  savedAs: (path) => `已保存：${path}`,

  chooseTitle: (isReadOnly) => (isReadOnly ? '2. 选择副本' : '选择副本'),
  chooseHint: (place) =>
    place === null
      ? '备份副本所在的文件夹，或您导出过的证据包。'
      : `您的副本在 ${place}。您导出过的证据包也可使用。`,
  chooseFolder: '副本所在的文件夹',
  chooseFiles: '单个文件（.zip、.jsonl、.json）',
  looking: (done, of) => `正在检查… ${number(done)}/${number(of)} 个文件`,

  foundTitle: '副本中的内容',
  nothingMissing: '这些副本中的内容此处都已有，逐字节一致。',
  captures: (many) => `将恢复 ${number(many)} 次取证`,
  capturesWhole: (many) => `${number(many)} 次取证此处已有且完整`,
  rows: (many) => `将恢复台账 ${number(many)} 行`,
  timeStamps: (many) => `将恢复 ${number(many)} 个时间戳`,
  ledgerEnds: (count) => `恢复后台账到第 ${number(count)} 行为止。`,
  lost: (from, to) =>
    from === to
      ? `这些文件中都没有：台账第 ${number(from)} 行。`
      : `这些文件中都没有：台账第 ${number(from)} 至 ${number(to)} 行。`,
  more: (many) => `另有 ${number(many)} 个`,
  refused: (many) => `${number(many)} 个文件无法使用`,
  others: (many) => `${number(many)} 个包属于另一份台账，未收入`,
  restore: '恢复',
  restoring: (done, of) => `正在恢复… ${number(done)}/${number(of)} 份副本`,
  keepOpen: '完成前请勿关闭此标签页。',

  doneTitle: '证据已恢复完整',
  doneReadOnlyTitle: '已恢复副本中的内容',
  done: (captures, files, ledgerRows, timeStamps) => {
    const parts = [
      ...(captures > 0 ? [`${number(captures)} 次取证`] : []),
      ...(files > 0 ? [`${number(files)} 个文件`] : []),
      ...(ledgerRows > 0 ? [`台账 ${number(ledgerRows)} 行`] : []),
      ...(timeStamps > 0 ? [`${number(timeStamps)} 个时间戳`] : []),
    ]
    return parts.length === 0 ? '没有需要恢复的内容。' : `已连同原始签名恢复：${parts.join('、')}。`
  },
  writable: '台账与锚点一致，Docket 已恢复保存。此后的副本存放在哪里，见设置。',
  stillReadOnly: '仍不完整：',
  notTaken: (many) => `${number(many)} 份副本未能采用`,
  settings: '设置',

  lossTitle: '3. 如果任何副本中都没有缺少的行',
  lossHint:
    '请先寻找更多副本：其他磁盘、备份、您导出或发送给他人的包。确实没有时，才在缺行的情况下继续。缺少的行所记载的内容将无法证明；台账本身会写明缺少哪些行，以及这是您的决定。',
  loss: '在缺行的情况下继续…',
  lossSure: '此操作无法撤回，并将永久记入台账。',
  lossConfirm: '记入缺失并继续',
  lossCancel: '取消',
  lossDoneTitle: '缺失已记入，Docket 已恢复保存',
  failedTitle: '未能完成',
  copiesIn: (place) => `您的备份副本在 ${place}。`,
}
