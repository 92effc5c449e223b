import type { PortalStep } from '../../lib/rights/portal-steps.ts'
import { inLanguage } from '../language/language.ts'

export const english = {
  title: 'Portal steps',
  lead: 'What the portal asks before it takes a complaint, in order. Tick off what is done; Docket remembers it.',
  portal: 'The portal',
  openPortal: 'Open the portal',
  source: (source: string) => `Source: ${source}.`,
  age: 'Much of what is public describes the portal as it was before; where it asks something else, the portal is right.',
  done: (done: number, of: number) => `${done} of ${of} done`,
  doneOn: (on: string) => `done on ${on}`,
  mark: (title: string) => `Done: ${title}`,
  yourRights: 'Your rights today',
  noRights: 'No right is entered yet.',
  enterRights: 'Enter your rights',
  sellersSeeTitle: 'Sellers see your name',
  sellersSee:
    'The complainant name and the contact e-mail go to the seller. Use a role mailbox (brand@, ipr@) and no person’s name where you can. The registered e-mail and the complainant name cannot be edited later.',
  groups: { account: 'Account', identity: 'Identity', rights: 'Rights as the portal wants them' },
  steps: {
    'choose-mailbox': {
      title: 'Choose a role mailbox',
      does: [
        'One that several people read and that stays when people leave.',
        'It need not be the one you log in with.',
      ],
    },
    register: {
      title: 'Register',
      does: [
        'Location, entity or individual, right holder or agent, e-mail, the user agreement, a code of 6 digits.',
        'An account here closes the form without account (ten links) to you.',
      ],
    },
    'gather-identity': {
      title: 'Have the identity document ready',
      does: [
        'Entity: business registration certificate or licence. Chinese companies: a copy with the red chop. Hong Kong: within its validity.',
        'Individual outside mainland China: identity card, passport or driving licence with photo.',
        'The complainant name must be the name on the document, letter for letter.',
        'Other languages: a translation into English or Chinese.',
      ],
    },
    'wait-for-identity': {
      title: 'Wait for the review',
      does: ['By hand, several days. Nothing else can be done there meanwhile; go on flagging.'],
    },
    'gather-certificates': {
      title: 'Scan the certificates',
      does: [
        'In colour, as PDF, JPG or PNG; black and white only where sealed or signed. Word is refused.',
        'Certificate and class pages as files of their own. Renewal, change of name and assignment have certificates of their own.',
        'International marks designating China: the certificate of territorial extension.',
        'Registered works: also the pages that show the work with the office’s stamp. Unregistered works: the signed Copyright Claim Statement as PDF.',
        'Patents: the certificate; for China an evaluation report may be asked for.',
      ],
    },
    'gather-authority': {
      title: 'Agents: have the power of attorney signed',
      does: [
        'It must expressly grant the right to enforce intellectual property. The portal offers a form after the right is entered.',
        'Sealed by an entity or signed by hand by an individual, with the title of who signs.',
      ],
    },
    'enter-rights': {
      title: 'Enter each right',
      does: [
        'One at a time, by type and place of registration.',
        'The number only, without words. The registrant as on the register today.',
        'Works: one record for each work.',
      ],
    },
    'wait-for-rights': {
      title: 'Wait until they are verified',
      does: ['Three to seven working days. Complaints on a pending right are not processed.'],
    },
    'note-state': {
      title: 'Note the state in Docket',
      does: ['Pending, verified or refused, with the day: the checks of every complaint go by it.'],
    },
  } satisfies Record<PortalStep, { title: string; does: readonly string[] }>,
} as const

/** What the page of portal steps says (PORTAL.md §1 and §2; most of it describes the older portal). */
export const stepsWords = inLanguage('rights/steps-words', english)

/** The steps in the order of the page, group by group. */
export const stepGroups = [
  { group: 'account', steps: ['choose-mailbox', 'register'] },
  { group: 'identity', steps: ['gather-identity', 'wait-for-identity'] },
  {
    group: 'rights',
    steps: ['gather-certificates', 'gather-authority', 'enter-rights', 'wait-for-rights', 'note-state'],
  },
] as const satisfies ReadonlyArray<{ group: keyof typeof english.groups; steps: readonly PortalStep[] }>
