/** What the settings page says beside its sections, which have words of their own. */
export const words = {
  title: 'Settings',
  tabTitle: 'Settings – Docket',
} as const
