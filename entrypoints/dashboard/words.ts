/** What the dashboard's frame says. */
export const words = {
  product: 'Docket',
  navigation: 'Places of Docket',
  skip: 'Skip to content',
  noPage: 'No such page – Docket',
  loading: 'Reading…',
  evidence: 'Evidence',
  settings: 'Settings',
  help: 'Help',
}
