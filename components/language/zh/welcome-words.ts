import type { Catalogue } from '../language.ts'

export const welcomeWords: Catalogue['welcome/words'] = {
  title: '欢迎使用 Docket',
  tabTitle: '帮助 – Docket',
  lead: '浏览速卖通（AliExpress）时标记假货商品。Docket 保存您所见的内容，并整理成投诉包交给您。',
  steps: [
    { title: '标记', text: '在搜索结果或商品详情页上点击一次，商品即加入队列。其他一切不变。' },
    { title: '分类', text: '点击工具栏按钮，队列按商标、著作权、专利、待定分组显示。' },
    { title: '导出', text: '一组商品导出为一个 ZIP：可粘贴的链接、表格、截图，以及每个文件的哈希值。' },
  ],

  screenshots: {
    title: '一键截图',
    why: '允许 Docket 查看所有页面后，在页面上点击即可拍下所见内容；不允许时其他功能照常，截图则需点击工具栏按钮添加。',
    scope: '浏览器没有更小范围的此类权限。Docket 只读取速卖通页面，在其他页面上不做任何事。',
    allow: '允许截图',
    asking: '请查看浏览器的询问…',
    granted: '已允许：在页面上点击即可截图。',
    takeBack: '收回权限',
    refused: '未允许。其他功能照常；如需为页面上的标记添加截图，请在该页面点击工具栏按钮。',
    refusedChange: '您可以随时在此允许。',
    grantedChange: '如需收回，请在浏览器的 Docket 扩展页面更改“网站访问权限”；请保留速卖通及其图片域名。',
  },

  mhtml: {
    title: '将商品详情页存为 MHTML',
    why: '允许 Docket 让浏览器完整保存商品详情页（MHTML），作为证据中的又一个文件；不允许时其他功能照常。',
    scope: '此类文件无法去除任何内容，因此有人登录速卖通时 Docket 不会保存。',
    allow: '允许保存页面',
    asking: '请查看浏览器的询问…',
    granted: '已允许：商品详情页的证据中含有浏览器保存的页面。',
    grantedChange: '您可以在此或浏览器设置中更改。',
    takeBack: '收回权限',
    refused: '未允许。其他功能照常。',
    refusedChange: '您可以随时在此允许。',
  },

  operatorLabel: '您的姓名，将写入证据记录',
  operatorHint: '选填。此后封存的每份记录都会写明，导出之前只保存在这台电脑上。',
  operatorSaved: '已保存。',
  operatorRemoved: '已删除：记录将不写姓名。',

  settingsLead: '为证据加盖独立的时间戳，请前往',
  settingsLink: '设置',

  storedTitle: '存储哪些内容，存在哪里',
  stored: [
    '存储的内容：您标记的商品、当时页面所示的信息、您的备注、截图，以及去除了您个人信息的商品详情页副本。',
    '只存储在这台电脑的这个浏览器配置文件中。Docket 没有服务器，没有账号，也不做统计。',
    'Docket 只向速卖通及其图片域名请求数据；如果您设置了时间戳机构，也会向其请求。Docket 不会自行提交投诉，由您提交。',
    '从浏览器中移除 Docket 会删除其数据。请先导出。',
  ],

  secondCopies: '设置备份副本',
  restore: '恢复丢失的配置文件中的证据',

  keysTitle: '快捷键',
  keysLead: '在速卖通上，对鼠标所指或焦点所在的商品生效。按 ? 显示页面的全部快捷键。',
  keys: [
    ['Alt Shift F', '标记商品'],
    ['Alt Shift L', '稍后再看'],
    ['Alt Shift Z', '撤回上一次标记'],
    ['?', '全部快捷键（速卖通页面和弹出窗口）'],
  ],
  keysChange: '可在浏览器的扩展设置中改用其他快捷键。',
  start: '打开速卖通',
}
