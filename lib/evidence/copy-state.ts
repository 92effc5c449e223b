/** How the copy of a capture outside the browser stands; `CopyJob` in the room `pack` says what each means. */
export const copyStates = ['due', 'writing', 'copied', 'failed'] as const

export type CopyState = (typeof copyStates)[number]
