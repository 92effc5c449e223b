import type * as z from 'zod'
import type { IpType } from '../../lib/queue/flag.ts'
import type { PortalStatus, Right } from '../../lib/rights/right.ts'
import type { RightDocumentKind } from '../../lib/rights/right-document.ts'
import { inLanguage } from '../language/language.ts'

const count = (many: number, one: string, several = `${one}s`) =>
  `${many.toLocaleString('en')} ${many === 1 ? one : several}`

export const english = {
  tabTitle: (page: string) => `${page} · Docket`,
  title: 'Rights',
  loading: 'Reading the rights…',
  close: 'Close',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  remove: 'Remove',
  back: 'All rights',
  missingRight: 'This right is not stored. It may have been removed.',
  missingHolder: 'This holder is not stored. It may have been removed.',

  types: {
    trademark: 'Trademark',
    copyright: 'Copyright',
    patent: 'Patent',
  } satisfies Record<IpType, string>,
  states: {
    'not-recorded': 'Not recorded',
    pending: 'Pending verification',
    verified: 'Verified',
    refused: 'Refused',
  } satisfies Record<PortalStatus['state'], string>,

  unnamed: { trademark: 'Unnamed trademark', copyright: 'Unnamed copyright', patent: 'Unnamed patent' },
  unnamedHolder: 'Unnamed holder',

  list: {
    newRight: 'New right',
    newHolder: 'New holder',
    import: 'Import',
    export: 'Export',
    exportMenu: 'Kinds of export',
    exportZip: 'ZIP with all files',
    exportXlsx: 'Spreadsheet of the fields (XLSX)',
    exportCsv: 'Spreadsheet of the fields (CSV)',
    steps: 'Portal steps',
    search: 'Search rights',
    searchHint: 'Name, number, holder, word',
    type: 'Type',
    allTypes: 'All types',
    state: 'State on the portal',
    allStates: 'All states',
    found: (many: number, of: number) => `${many} of ${count(of, 'right')}`,
    nothingFound: 'No right fits this search.',
    clear: 'Show all rights',
    rights: 'Rights',
    holders: 'Holders',
    rightsOf: (many: number) => count(many, 'right'),
    number: (number: string) => `No. ${number}`,
    noNumber: 'no number yet',
    unsaved: 'Unsaved changes',
    unsavedNew: (type: IpType) => `A new ${type} is begun and not saved.`,
    unsavedNewHolder: 'A new holder is begun and not saved.',
    goOn: 'Go on',
    removeRight: (name: string) => `Remove ${name}`,
    removeTitle: 'Remove this right?',
    removeWhat: (name: string, files: number) =>
      files === 0
        ? `${name} is removed. This cannot be undone; an export made before can be imported again.`
        : `${name} and its ${count(files, 'file')} are removed. This cannot be undone; an export made before can be imported again.`,
    removeHolder: (name: string) => `Remove ${name}`,
    removeHolderTitle: 'Remove this holder?',
    removed: (name: string) => `${name} removed.`,
    noHolders: 'No holder yet.',
    map: 'Where your rights apply',
    mapHint: 'Rights of this list that have not ended.',
  },

  points: {
    title: 'Open points',
    none: 'Nothing is open: the portal has what it asks for.',
    count: (blocking: number, warnings: number) =>
      [blocking > 0 && `${blocking} to mend`, warnings > 0 && count(warnings, 'warning')]
        .filter(Boolean)
        .join(', '),
    short: (many: number) => count(many, 'open point'),
    blocking: 'To mend',
    warning: 'Warning',
  },

  china: {
    title: 'No registration in China',
    text: (types: readonly IpType[]) =>
      `None of your ${types
        .map((type) => `${type}s`)
        .join(', ')
        .replace(
          /, ([^,]+)$/,
          ' and $1',
        )} covers China. AliExpress takes foreign rights, but most sellers are Chinese, and complaints on a Chinese registration go smoother; Taobao and other mainland sites need one.`,
  },

  empty: {
    title: 'Rights come first',
    lead: 'A complaint rests on one right. Enter yours once, and Docket checks each complaint against it, proposes it for listings, and warns before it ends.',
    steps: [
      [
        'Say who holds it',
        'The holder as on the identity document, and a role mailbox: sellers see name and e-mail.',
      ],
      [
        'Copy the register',
        'Number, registrant, classes and territory as they stand there today, with the certificate as PDF or picture.',
      ],
      [
        'Follow the open points',
        'Beside every right stands what the portal still asks for, and each point leads to its field.',
      ],
    ],
    import: 'Import rights',
    stepsLink: 'What to do on the portal first',
  },

  form: {
    newTitle: { trademark: 'New trademark', copyright: 'New copyright', patent: 'New patent' },
    save: 'Save',
    saving: 'Saving…',
    discard: 'Discard changes',
    saved: (when: string) => `Saved ${when}`,
    unsaved: 'Not saved yet. What you type is kept on this computer.',
    clean: 'No changes',
    notStored: 'Not saved yet',
    restored: 'These changes were not saved. They are as you left them.',
    changedMeanwhile: 'It was saved elsewhere since you began these changes. Saving puts yours in its place.',
    wrongFields: (many: number) => `${count(many, 'field')} must be mended before it can be saved.`,
    required: 'needed',

    basics: 'What it is',
    label: 'Name in lists',
    labelHint: 'For you alone, e.g. “VELMORA word mark, EU”. Empty: named after the right itself.',
    holder: 'Holder',
    chooseHolder: 'Choose…',
    addHolder: 'New holder',
    editHolder: 'Edit holder',
    number: 'Registration number',
    numberHint: 'The number only, without words or spaces.',
    certificateNumber: 'Certificate number',
    registrant: 'Registrant',
    registrantHint: 'As on the register today; the portal compares it.',
    owner: 'Owner of the work',
    patentHolder: 'Patent holder',
    patentHolderHint: 'As on the register today.',
    jurisdiction: 'Office or country of registration',
    jurisdictionHint: 'As you would tell the portal, e.g. EUIPO, CNIPA, USPTO.',
    jurisdictionOfWork: 'Country of the work or its registration',

    kind: 'Kind',
    markKinds: { word: 'Word mark', figurative: 'Figurative mark', combined: 'Word and device' },
    mark: 'Mark',
    markHint: {
      word: 'The word as on the certificate.',
      figurative: 'A short description of the device.',
      combined: 'The word, and a short description of the device.',
    },
    classes: 'Nice classes',
    classesHint: 'As on the certificate.',
    classSearch: 'Find a class by number or word',
    goods: 'Goods',
    services: 'Services',
    noClasses: 'No class chosen.',
    nothingFound: 'Nothing fits.',
    take: (label: string) => `Remove ${label}`,
    international: 'International registration (WIPO)',
    internationalHint: 'Then the territory lists the designated parties.',
    extension: 'Certificate of territorial extension to China',
    extensionHint: 'Portals ask for it where an international registration is to count in China.',

    workTitle: 'Title of the work',
    work: 'Kind of work',
    works: { art: 'Art or design', photo: 'Photograph', text: 'Text', software: 'Software', other: 'Other' },
    registered: 'Registered, with a certificate',
    registeredHint: 'Unregistered works rest on a signed Copyright Claim Statement.',
    author: 'Author',
    firstPublished: 'First published on',
    firstPublishedUrl: 'First published at (web address)',
    statement: 'Signed Copyright Claim Statement',
    statementHint: 'As PDF. Word is refused by the portal.',
    draftStatement: 'Draft the statement',
    draftStatementHint:
      'Docket writes it in English and Chinese from these fields; print it, sign it, scan it as PDF.',
    saveFirst: 'Save first: the draft is written from what is saved.',

    patentKinds: { invention: 'Invention', 'utility-model': 'Utility model', design: 'Design' },
    patentTitle: 'Title',
    filedOn: 'Filing or priority date',
    claims: 'Claims',
    claimsHint: 'As granted; a claim chart compares the product with them.',
    claim: (number: number) => `Claim ${number}`,
    addClaim: 'Add a claim',
    removeClaim: (number: number) => `Remove claim ${number}`,
    designViews: 'The views of a design are its reference pictures, below.',
    evaluation: 'Evaluation report (China)',
    evaluationHint: 'May be asked for with Chinese utility models and designs.',

    territoryTitle: 'Where it applies, and until when',
    territory: 'Territory',
    designations: 'Designated parties (WIPO)',
    territoryHint: 'Choose the European Union as one; each country of a national right for itself.',
    designationsHint: 'As on the international register, refusals left out.',
    territorySearch: 'Find a country by name or code',
    regions: 'Regions',
    noTerritory: 'No country chosen.',
    allCountries: 'Also offer countries outside the Madrid system',
    validUntil: 'In force until',
    validUntilHint: 'Last day; empty where it does not end.',
    patentUntilHint: 'As the register states it, annuities paid. Docket does not compute it.',

    files: 'Files',
    filesHint: 'PDF, JPG or PNG, up to 50 MB each: colour scans. Drag them here or choose them.',
    addFiles: 'Add files',
    addFile: 'Add the file',
    replaceFile: 'Replace the file',
    noFiles: 'No files yet.',
    view: (name: string) => `View ${name}`,
    viewShort: 'View',
    removeFile: (name: string) => `Remove ${name}`,
    kindOf: (name: string) => `What ${name} is`,
    adding: 'Adding…',
    added: (many: number) => `${count(many, 'file')} added.`,
    alreadyThere: (name: string) => `${name} is there already.`,
    fileGone: (name: string) => `${name} is not stored any more. Remove it and add it again.`,
    documents: 'Certificate and what belongs to it',
    documentsHint: {
      trademark: 'Certificate, class pages, renewals, translations into English or Chinese.',
      copyright: 'Certificate and the pages that show the work with the office’s stamp; translations.',
      patent: 'Certificate, pages of claims or views, proof of annuity, translations.',
    },

    authority: 'Authority to act',
    role: 'You are',
    roles: { owner: 'The right holder', agent: 'An agent of the holder' },
    poa: 'Power of attorney',
    poaHint:
      'It must expressly grant the right to enforce. Sealed or hand-signed, with the title of who signs.',
    poaUntil: 'Power of attorney ends on',

    portal: 'On the portal',
    portalHint: 'As the portal shows it. Complaints on a right that is not verified are not processed.',
    state: 'State',
    since: 'Since',
    note: 'Note',
    noteHint: 'E.g. what was asked for, or why it was refused.',

    vocabulary: 'Words by which listings are found',
    vocabularyHint:
      'One in each line. Docket finds them in titles, brand fields and store names, also with dots between letters or look-alike letters.',
    names: 'Brand names',
    namesHint: 'Spellings and transliterations, e.g. VELMORA, 维尔莫拉.',
    products: 'Product names',
    goodsWords: 'Kinds of goods',
    goodsWordsHint: 'E.g. water bottle.',

    sellers: 'Sellers who may sell',
    sellersHint: 'Your own and licensed sellers. By seller number or store number: a name proves nothing.',
    sellerId: 'Seller number',
    storeNumber: 'Store number',
    sellerName: 'Name, for you',
    sellerUntil: 'Until',
    sellerUntilHint: 'Last day; empty where it does not end.',
    sellerEnded: 'This permission has ended: listings of the seller may be reported.',
    sellerNote: 'Note',
    addSeller: 'Add a seller',
    seller: (at: number) => `Seller ${at}`,
    removeSeller: (at: number) => `Remove seller ${at}`,
    noSellers: 'Nobody: every listing may be reported.',

    references: 'Reference pictures',
    referencesHint: {
      trademark: 'Genuine goods from several sides: comparisons are drawn against them.',
      copyright: 'The work as its owner made it.',
      patent: 'Views of the design, or genuine goods.',
    },
    addPictures: 'Add pictures',
  },

  holder: {
    newTitle: 'New holder',
    who: 'Who it is',
    contact: 'Contact',
    kind: 'Kind',
    kinds: { company: 'Company or other entity', person: 'Person' },
    name: 'Name',
    nameHint: 'As on the identity document.',
    nameMissing: 'Enter the holder’s name.',
    complainantName: 'Complainant name on the portal',
    complainantNameHint: 'Exactly as the IPP account states it; it cannot be edited there later.',
    sameAsName: 'Same as the name',
    country: 'Country',
    noCountry: 'Not said',
    contactName: 'Contact',
    contactNameHint: 'A role rather than a person, e.g. Brand protection.',
    contactEmail: 'Contact e-mail',
    contactEmailHint: 'Sellers see it, with the complainant name: a role mailbox is best.',
    identity: 'Identity documents',
    identityHint: {
      company:
        'Business registration or licence. Chinese companies: with the red chop. Hong Kong: within its validity.',
      person: 'Identity card, passport or driving licence, with photo.',
    },
    rights: 'Rights of this holder',
    noRights: 'None yet.',
  },

  leave: {
    title: 'Save the changes?',
    text: 'What you typed is not saved yet.',
    save: 'Save and leave',
    discard: 'Discard',
    stay: 'Stay',
  },

  map: {
    covered: (many: number) => `Covers ${count(many, 'country', 'countries')}`,
    none: 'Covers no country yet',
    of: (covered: number, of: number) => `${covered} of ${of}`,
    notDrawn: (names: string) => `Also, too small for the map: ${names}.`,
  },

  statement: {
    title: 'Copyright Claim Statement',
    lead: 'A draft in English and Chinese. Check it, print it, sign or seal it, scan it as PDF and add it to the right. If the portal gives you a form of its own, that goes first.',
    print: 'Print',
    saveText: 'Save as text',
    savePdf: 'Save as PDF',
    textSaved: (path: string) => `Saved as ${path}.`,
    textFile: 'copyright-claim-statement.txt',
    pdfFile: 'copyright-claim-statement.pdf',
    backToRight: 'Back to the right',
    blank: 'left blank: fill in by hand',
  },

  exchange: {
    exportedTitle: (many: number) => `${count(many, 'right')} exported`,
    exported: (path: string) => `Saved as ${path}.`,
    exportedPrivate: 'It holds identity documents and contact data: keep it where only you can read it.',
    show: 'Show in folder',
    exporting: 'Exporting…',
    importTitle: 'Import rights',
    importHint:
      'A ZIP that Docket exported, or a spreadsheet (XLSX, CSV) with the columns of an export. Nothing is stored before you have seen what would change.',
    choose: 'Choose a file',
    reading: 'Looking through the file…',
    refused: 'Nothing was imported',
    row: (row: number) => `Row ${row}`,
    problems: (many: number) => `${count(many, 'row')} to mend`,
    again: 'Choose another file',
    new: (rights: number, holders: number) =>
      `New: ${count(rights, 'right')}${holders > 0 ? `, ${count(holders, 'holder')}` : ''}`,
    newNames: (names: readonly string[]) =>
      `${names.slice(0, 12).join(' · ')}${names.length > 12 ? ` and ${count(names.length - 12, 'other')}` : ''}`,
    same: (many: number) => `${count(many, 'entry', 'entries')} the same as stored`,
    different: (many: number) => `${count(many, 'entry', 'entries')} different from what is stored`,
    differentHint: 'Tick what takes the place of what is stored. The rest stays as it is.',
    replaceAll: 'Replace all',
    replace: (name: string) => `Replace ${name}`,
    fields: (names: string) => `differs in ${names}`,
    unknownColumns: (names: string) => `Not read, for Docket does not know these columns: ${names}.`,
    newHolders: 'New holders of a spreadsheet come with their name alone: complete them afterwards.',
    nothing: 'The file has nothing that is not stored already.',
    run: (many: number) => `Import ${count(many, 'entry', 'entries')}`,
    importing: 'Importing…',
    done: (many: number) => `${count(many, 'entry', 'entries')} imported.`,
  },

  documents: {
    trademark: {
      certificate: 'Certificate',
      pages: 'Class pages',
      renewal: 'Renewal certificate',
      translation: 'Translation',
      other: 'Other',
    },
    copyright: {
      certificate: 'Certificate',
      pages: 'Pages with the work, stamped',
      renewal: 'Renewal certificate',
      translation: 'Translation',
      other: 'Other',
    },
    patent: {
      certificate: 'Certificate',
      pages: 'Pages of claims or views',
      renewal: 'Proof of annuity',
      translation: 'Translation',
      other: 'Other',
    },
  } satisfies Record<IpType, Record<RightDocumentKind, string>>,

  wrong: {
    tooMany: (most: number) => `At most ${most.toLocaleString('en')} characters or entries.`,
    tooMuch: 'Too much for this field.',
    emptyClaim: 'This claim is empty. Fill it in or remove it.',
    address: 'Enter a web address that begins with https or http.',
    digits: 'Enter digits only, at most 20.',
    day: 'Enter a day that exists.',
    holder: 'Choose the holder.',
    other: 'This is not what belongs here.',
  },
} as const

/** Everything that the pages of rights say, but for the steps on the portal (steps-words.ts). */
export const words = inLanguage('rights/words', english)

export const typeNames: Record<IpType, string> = words.types
export const stateNames: Record<PortalStatus['state'], string> = words.states
export const kindsOfDocument: Record<IpType, Record<RightDocumentKind, string>> = words.documents

/** What a right is called in a list, whatever is known of it. */
export const shownName = (name: string, ipType: Right['ipType']): string => name || words.unnamed[ipType]

/** What is wrong with a field, for the person in front of it. */
export function messageOfIssue(issue: z.core.$ZodRawIssue): string {
  const { wrong } = words
  const path = (issue.path ?? []).map(String)
  const field = path.at(-1) ?? ''
  if (issue.code === 'too_big') {
    return typeof issue.maximum === 'number' && !path.includes('niceClasses')
      ? wrong.tooMany(issue.maximum)
      : wrong.tooMuch
  }
  if (path.includes('claims')) return wrong.emptyClaim
  if (field === 'firstPublishedUrl') return wrong.address
  if (field === 'sellerId' || field === 'storeNumber') return wrong.digits
  if (/until|since|filedOn|firstPublished/i.test(field)) return wrong.day
  if (field === 'holderId') return wrong.holder
  return wrong.other
}
