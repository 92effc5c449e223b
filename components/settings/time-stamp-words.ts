import { inLanguage } from '../language/language.ts'

export const english = {
  title: 'Time stamps',
  lead: [
    'A time-stamp authority signs, with its own clock, that what Docket has recorded existed at that time. Without one, every time in the evidence is by this computer’s clock.',
    'Only a hash leaves this computer: nothing of listings, pages or your name. Docket asks once a day where something was recorded, and at every evidence pack. If the authority fails, evidence is sealed and exported all the same, and says so.',
  ],
  address: 'Address of the authority',
  addressHint:
    'It begins with https:// and takes time-stamp queries (RFC 3161). For disputes in the EU choose a qualified one; its own pages tell its address.',
  turnOn: 'Turn on',
  useAddress: 'Use this address',
  turnOff: 'Turn off',
  stampNow: 'Stamp now',
  asking: 'Look at the browser’s question…',
  stamping: 'Asking the authority…',
  isOff: 'Off: times are by this computer’s clock.',
  isOn: (host: string) => `On: ${host} is asked.`,
  turnedOn: (host: string) => `On: ${host} is asked. “Stamp now” tries it.`,
  turnedOff: 'Off. Time stamps that were made are kept.',
  refused:
    'Not turned on: without the browser’s permission for this address Docket cannot read what the authority answers.',
  permissionGone:
    'The browser does not let Docket ask this address any more. “Use this address” asks for it again.',
  stamped: (row: number) => `Stamped: everything up to row ${row} of the ledger.`,
  lastFailed: (when: string) => `The last attempt failed (${when})`,
  lastTitle: 'Last time stamp',
  none: 'None yet.',
  time: 'Time',
  accuracy: (seconds: number) => `give or take ${seconds} s`,
  clock: 'This computer’s clock',
  clockApart: (seconds: string) => `${seconds} s apart when the answer came`,
  by: 'Stamped by',
  issuer: 'Issuer of its certificate',
  notTrusted: 'Not checked against a trust list',
  covers: 'Covers',
  rows: (row: number) => `the ledger up to row ${row.toLocaleString('en')}`,
  serial: 'Number of the stamp',
  policy: 'Policy',
} as const

/** Everything that the settings of time stamps say. */
export const words = inLanguage('settings/time-stamp-words', english)
