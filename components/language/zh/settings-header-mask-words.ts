import type { Catalogue } from '../language.ts'

export const settingsHeaderMaskWords: Catalogue['settings/header-mask-words'] = {
  title: '截图中的隐私',
  lead: [
    '登录速卖通后，页眉会显示您的姓名，页面会显示您的购物车和收货地址。截图会随投诉包和证据包离开这台电脑。',
  ],
  label: '有人登录时，在截图中遮盖页眉',
  hint: '在截图存储并计算哈希值之前画上不透明的方块，记录中会注明。已存储的截图保持原样。',
  saved: '已保存。',
}
