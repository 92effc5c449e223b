/** What the dashboard's frame says. */
export const words = {
  product: 'Docket',
  navigation: 'Places of Docket',
  skip: 'Skip to content',
  loading: 'Reading…',
  evidence: 'Evidence',
  settings: 'Settings',
  help: 'Help',
}
