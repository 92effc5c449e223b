/** What the dashboard's frame says. */
export const words = {
  product: 'Docket',
  navigation: 'Places of Docket',
  skip: 'Skip to content',
  noPage: 'No such page – Docket',
  loading: 'Reading…',
  review: 'Review',
  complaints: 'Complaints',
  followUp: 'Follow up',
  evidence: 'Evidence',
  rights: 'Rights',
  sellers: 'Sellers',
  settings: 'Settings',
  help: 'Help',
}
