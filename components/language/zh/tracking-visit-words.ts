import type { Catalogue } from '../language.ts'

const number = (many: number) => many.toLocaleString('zh-CN')
const listings = (many: number) => `${number(many)} 个商品`
const seconds = (ms: number) => Math.round(ms / 1000)

export const trackingVisitWords: Catalogue['tracking/visit-words'] = {
  lead: ({ leastPauseMs, mostPauseMs, mostAnHour }) =>
    `逐个查看商品的现状。每个商品都由您自己打开；Docket 记录页面所显示的内容并截图。两个商品之间间隔 ${seconds(leastPauseMs)} 至 ${seconds(mostPauseMs)} 秒，每小时最多打开 ${mostAnHour} 个，一旦出现安全验证，列表即停止。`,
  which: '商品',
  choice: {
    open: '尚无结果',
    unproven: '已录入下架，但未亲见',
  },
  found: (many) => `${listings(many)}，最久未查看的在前`,
  start: (many) => `开始查看 ${listings(many)}`,
  nothing: '没有需要查看的商品。',
  progress: (done, of) => `已打开 ${number(done)} / ${number(of)}`,
  next: '下一个',
  nextIs: (title) => `下一个：${title}`,
  pause: '暂停',
  goOn: '继续',
  skip: '移到末尾',
  end: '结束列表',
  ended: '该列表中的商品都已打开。',
  ready: '按“下一个”打开。',
  paused: '已暂停。想继续时请按“继续”。',
  wait: {
    pause: () => '请先看页面；稍后即可打开下一个。',
    hour: ({ mostAnHour }) => `一小时内已打开 ${mostAnHour} 个。下一个需稍后打开。`,
    challenge: () => '速卖通出现了安全验证。列表暂歇后再继续。',
  },
  inSeconds: (many) => `${many} 秒`,
  atTime: (time) => `${time}`,
  challenged: '速卖通出现了安全验证。您可以在其标签页中完成验证；列表已暂停，该商品重新等待。',
  visited: '已打开',
  openedAt: (time) => `${time} 打开`,
  notSeen: '未记录；请将鼠标移到其页面上',
  isOpened: (title) => `已打开：${title}`,
  started: (many) => `列表中有 ${listings(many)}。`,
}
