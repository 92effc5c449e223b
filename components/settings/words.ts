/** What the settings page itself says; each section has words of its own. */
export const words = {
  title: 'Settings',
} as const
