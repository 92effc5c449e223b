/** What the settings say themselves; each section has its own words. */
export const words = {
  title: 'Settings',
  tabTitle: 'Settings – Docket',
}
