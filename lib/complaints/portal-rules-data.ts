import type { Certainty, FormField, Portal, PortalRules, Reason } from './portal-rules.ts'

/**
 * The rules as public sources gave them on 2026-11-23. Whoever learns better edits them in the settings, or here
 * with a new date.
 */

const say = <Value>(value: Value, certainty: Certainty, source: string) => ({ value, certainty, source })

const ours = 'No figure was found; cautious choice.'
const formHelp = 'Alibaba IPP help "How to submit a complaint" (ipp.alibabagroup.com, undated)'
const secaGuide = 'SECA, "Alibaba best practices on IPR protection" (December 2022)'
const riskReport = 'AliExpress DSA systemic risk report 2025, §6.3.5'
const webForm = 'ustels.com, "Alibaba IP takedown webform"'
const decisionHelp = 'Alibaba IPP help "Improper use of others\' patents" (undated)'
const counterfeitHelp = 'Alibaba IPP help, reason trademark-counterfeit-03cf'
const unfairHelp = 'Alibaba IPP help, reason trademark-unfair-09uu'
const testBuyHelp = 'Alibaba IPP help "Test buy"'
const goodFaithNotice = 'Alibaba Good-faith Takedown Mechanism, notices of 2018 to 2021'
const imageTheft = 'crsrw.com and newsflash.city guides to Taobao reasons (2024)'

const texts = {
  explanation: { minChars: say(40, 'default', ours), maxChars: say(1000, 'default', ours) },
  attachments: {
    maxCount: say(10, 'default', ours),
    maxBytes: say(5_000_000, 'default', ours),
    types: say(
      ['application/pdf', 'image/jpeg', 'image/png'],
      'default',
      'Word is refused (service.alibaba.com, faq 20451704); the rest is a cautious choice.',
    ),
  },
} satisfies Pick<Portal, 'explanation' | 'attachments'>

const times = {
  reviewBusinessDays: say(2, 'official', riskReport),
  reminderBusinessDays: say([2, 5], 'default', ours),
  counterNoticeBusinessDays: say(
    3,
    'third-party',
    'zhiyixt.com copy of the rule of 2022-01-20: first chance within 3 business days',
  ),
  answerBusinessDays: say(3, 'default', ours),
} satisfies Partial<Portal>

const withoutAccount: FormField[] = [
  ...(['complainant', 'e-mail', 'role', 'platform', 'ip-type', 'right-number', 'right-name'] as const),
  ...(['registrant', 'jurisdiction', 'complaint-type', 'reason', 'links', 'explanation'] as const),
  ...(['statement', 'order-number', 'source-url', 'attachments', 'declaration'] as const),
]

const answers = {
  answerForm: say<FormField[]>(
    ['case-number', 'right-number', 'links', 'answer', 'attachments'],
    'default',
    'No public description of the form was found; cautious choice.',
  ),
}

const ippPortal = (own: Pick<Portal, 'portalId' | 'name' | 'address' | 'platforms'>): Portal => ({
  ...own,
  kind: 'portal',
  needsAccount: true,
  complaintTypes: ['product-listing', 'store-front'],
  linksPerComplaint: say(300, 'official-old', `${formHelp}; ${secaGuide}`),
  languages: ['en', 'zh'],
  form: say<FormField[]>(
    [
      ...([
        'platform',
        'ip-type',
        'right-number',
        'complaint-type',
        'reason',
        'links',
        'explanation',
      ] as const),
      ...(['statement', 'order-number', 'source-url', 'attachments'] as const),
    ],
    'official-old',
    formHelp,
  ),
  ...answers,
  ...texts,
  ...times,
})

const portals: Portal[] = [
  ippPortal({
    portalId: 'aidc-ipp',
    name: 'AIDC IP Protection (AliExpress)',
    address: say(
      'https://ipp.aidcgroup.net/#/ippHome',
      'official',
      'Footer of an AliExpress page of 2026-01-18',
    ),
    platforms: ['aliexpress'],
  }),
  ippPortal({
    portalId: 'alibaba-ipp',
    name: 'Alibaba Group IP Protection',
    address: say(
      'https://ipp.alibabagroup.com',
      'official-old',
      'Still named by the AliExpress membership agreement (April 2025)',
    ),
    platforms: ['aliexpress'],
  }),
  {
    portalId: 'web-form',
    name: 'Form without account (ten links)',
    kind: 'form',
    address: say('https://ipp.alibabagroup.com', 'third-party', webForm),
    needsAccount: false,
    platforms: ['aliexpress'],
    complaintTypes: ['product-listing'],
    linksPerComplaint: say(10, 'third-party', webForm),
    languages: ['en', 'zh'],
    form: say(withoutAccount, 'default', 'No description of the form was found; all that it may ask.'),
    ...answers,
    ...texts,
    ...times,
  },
  {
    portalId: 'aliexpress-notice',
    name: 'AliExpress notice form (DSA Article 16)',
    kind: 'form',
    address: say(
      'https://m.aliexpress.com/p/complaint-center/index.html#/complaint/report',
      'official',
      'AliExpress page of 2026-01-18; DSA risk report 2024',
    ),
    needsAccount: false,
    platforms: ['aliexpress'],
    complaintTypes: ['product-listing', 'store-front'],
    linksPerComplaint: say(1, 'default', 'The form is opened for one listing; cautious choice.'),
    languages: ['en'],
    form: say(
      [
        ...(['complaint-type', 'reason', 'links', 'explanation', 'right-number', 'right-name'] as const),
        ...(['complainant', 'e-mail', 'declaration', 'attachments'] as const),
      ],
      'third-party',
      'greasyfork script 536960 (ground, proof, declaration); Regulation (EU) 2022/2065, Article 16(2)',
    ),
    ...answers,
    ...texts,
    ...times,
  },
  {
    portalId: 'e-mail',
    name: 'E-mail to the IPR desk',
    kind: 'e-mail',
    address: say(
      'ipr@alibaba-inc.com',
      'official',
      'AliExpress DSA systemic risk report 2024; IPP instructions',
    ),
    needsAccount: false,
    platforms: ['aliexpress'],
    complaintTypes: ['product-listing', 'store-front'],
    linksPerComplaint: say(300, 'default', ours),
    languages: ['en', 'zh'],
    explanation: { minChars: say(40, 'default', ours), maxChars: say(10_000, 'default', ours) },
    attachments: { ...texts.attachments, maxBytes: say(10_000_000, 'default', ours) },
    form: say(withoutAccount, 'default', 'A letter has no form; what Article 16(2) and the portals ask.'),
    ...answers,
    ...times,
  },
]

const reason = (
  own: Pick<Reason, 'reasonId' | 'ipType' | 'name' | 'when' | 'demands'> & Partial<Reason>,
): Reason => ({ complaintTypes: ['product-listing'], isSingle: false, patentKinds: [], ...own })

const reasons: Reason[] = [
  reason({
    reasonId: 'tm-counterfeit-features',
    ipType: 'trademark',
    name: say('Counterfeit Features', 'official-old', counterfeitHelp),
    when: 'The listing shows goods with the mark that differ from the genuine ones: colour, material, shape, print.',
    demands: ['comparison'],
  }),
  reason({
    reasonId: 'tm-model-does-not-exist',
    ipType: 'trademark',
    name: say('This model or type does not exist', 'official-old', counterfeitHelp),
    when: 'Neither the holder nor a licensed maker ever made this model.',
    demands: ['statement'],
  }),
  reason({
    reasonId: 'tm-test-buy',
    ipType: 'trademark',
    name: say('Test buy', 'official-old', testBuyHelp),
    when: 'You bought the goods and examined them: one order, one listing, one complaint.',
    demands: ['order-number', 'purchase-photos', 'test-purchase-report'],
    isSingle: true,
  }),
  reason({
    reasonId: 'tm-unfair-use',
    ipType: 'trademark',
    name: say('Unfair Use of Registered Trademark', 'official-old', unfairHelp),
    when: 'The registered mark, identical to the registration, stands prominently on the page or in the pictures.',
    demands: ['mark-on-page'],
    complaintTypes: ['product-listing', 'store-front'],
  }),
  reason({
    reasonId: 'tm-keyword-misuse',
    ipType: 'trademark',
    name: say('Keyword misuse', 'third-party', 'newsflash.city guide to Taobao reasons (2024)'),
    when: 'The mark stands in the title or the keywords of goods of another make.',
    demands: ['mark-on-page'],
  }),
  reason({
    reasonId: 'tm-obscured-mark',
    ipType: 'trademark',
    name: say('Obscured mark', 'third-party', 'newsflash.city guide to Taobao reasons (2024)'),
    when: 'The mark is blurred or covered in the pictures and yet meant.',
    demands: ['comparison'],
  }),
  reason({
    reasonId: 'cr-art-work',
    ipType: 'copyright',
    name: say('Infringement of art or text work', 'third-party', imageTheft),
    when: 'The goods or their packaging copy your work.',
    demands: ['original-work'],
  }),
  reason({
    reasonId: 'cr-image-theft',
    ipType: 'copyright',
    name: say('Image theft', 'third-party', imageTheft),
    when: 'The listing uses your photos or texts to sell.',
    demands: ['original-work', 'source-page'],
  }),
  reason({
    reasonId: 'pt-decision',
    ipType: 'patent',
    name: say('Judicial or administrative decision', 'official-old', decisionHelp),
    when: 'A court or office decided about this very product and this patent.',
    demands: ['decision'],
  }),
  reason({
    reasonId: 'pt-improper-use',
    ipType: 'patent',
    name: say('Improper use of others’ patents (invention, utility model)', 'official-old', decisionHelp),
    when: 'The product uses the claims; an infringement analysis shows it feature by feature.',
    demands: ['claim-chart'],
    patentKinds: ['invention', 'utility-model'],
  }),
  reason({
    reasonId: 'pt-design',
    ipType: 'patent',
    name: say('Improper use of others’ patents (design)', 'official-old', decisionHelp),
    when: 'The product looks like the design; views and pictures side by side show it.',
    demands: ['design-comparison'],
    patentKinds: ['design'],
  }),
]

export const defaultPortalRules: PortalRules = {
  version: '2026-11-23',
  platforms: [{ platformId: 'aliexpress', name: 'AliExpress' }],
  portals,
  defaultPortalId: 'aidc-ipp',
  reasons,
  goodFaith: {
    minSuccessShare: say(0.9, 'official-old', goodFaithNotice),
    maxCounteredShare: say(0.05, 'official-old', goodFaithNotice),
    windowMonths: say(3, 'official-old', goodFaithNotice),
  },
  legalWindowDays: say(
    15,
    'third-party',
    'E-Commerce Law of China, Article 43, as link.springer.com explains it',
  ),
  appealMonths: say(6, 'official', 'Regulation (EU) 2022/2065, Article 20(1)'),
  lastSeenMaxHours: say(24, 'default', ours),
  oneAnalysisMaxListings: say(20, 'default', ours),
}
