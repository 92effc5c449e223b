/** Measures in points; A4 with the same margin on all sides. */
export const page = { width: 595.28, height: 841.89, margin: 42 } as const
export const contentWidth = page.width - 2 * page.margin
export const labelWidth = 104
export const valueWidth = contentWidth - labelWidth - 8

export const ink = {
  text: '#111827',
  quiet: '#4b5563',
  rule: '#d1d5db',
  accent: '#9f1239',
  ground: '#f3f4f6',
} as const
export const size = { cover: 24, title: 15, heading: 10.5, text: 9, code: 8, small: 7.5 } as const
export const lineHeight = 1.4
