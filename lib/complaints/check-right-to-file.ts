import type { IpType } from '../queue/flag.ts'
import { expiryOf } from '../rights/expiry.ts'
import type { CalendarDate, Holder, Right } from '../rights/right.ts'
import { blocking, type OpenPoint, warning } from './open-point.ts'

/**
 * Whether a complaint may rest on this right today: the fields that the portal wants of it, its state there,
 * its end, and the authority to act (PORTAL.md §8.1 to §8.4).
 * @param ipType of the complaint's reason; null where none is chosen yet
 */
export function checkRightToFile(
  right: Right,
  holder: Holder | null,
  { ipType, today }: { ipType: IpType | null; today: CalendarDate },
): OpenPoint[] {
  return [
    ...(ipType && right.ipType !== ipType
      ? [
          blocking(
            'right-type',
            'right',
            'The right is of another kind than the reason. Choose one that fits.',
          ),
        ]
      : []),
    ...checkHolder(holder),
    ...checkAuthority(right, today),
    ...checkState(right, today),
    ...checkFields(right),
  ]
}

function checkHolder(holder: Holder | null): OpenPoint[] {
  if (!holder) return [blocking('holder-missing', 'holder', 'Say who holds the right.')]
  const points: OpenPoint[] = []
  if (!holder.complainantName.trim()) {
    points.push(
      blocking('complainant-missing', 'holder', 'The complainant name must match your IPP account exactly.'),
    )
  }
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(holder.contactEmail)) {
    points.push(blocking('email-missing', 'holder', 'Enter a contact e-mail. Sellers may see it.'))
  } else if (looksPersonal(holder.contactEmail)) {
    points.push(
      warning(
        'email-personal',
        'holder',
        'The contact e-mail looks personal, and sellers may see it. A role mailbox is better.',
      ),
    )
  }
  return points
}

/** "jane.doe@…": a name rather than a role. */
const looksPersonal = (email: string): boolean =>
  /^[a-z]+[._-][a-z]+$/i.test(email.split('@')[0] ?? '') &&
  !/^(ip|ipr|brand|legal|info|contact|anti|trade|copy|no)/i.test(email)

function checkAuthority(right: Right, today: CalendarDate): OpenPoint[] {
  if (right.role === 'owner') return []
  if (!right.powerOfAttorney) {
    return [
      blocking(
        'authority-missing',
        'authority',
        'Add the power of attorney: you act for another right holder.',
      ),
    ]
  }
  const expiry = expiryOf(right.powerOfAttorneyUntil, today)
  return expiry.state === 'ended'
    ? [
        warning(
          'authority-ended',
          'authority',
          `The power of attorney ended on ${right.powerOfAttorneyUntil}.`,
          null,
          { on: right.powerOfAttorneyUntil },
        ),
      ]
    : []
}

/** Whether the portal has verified the right, and until when it is in force. */
export function checkState(right: Right, today: CalendarDate): OpenPoint[] {
  const points: OpenPoint[] = []
  if (right.portal.state === 'refused') {
    points.push(
      warning(
        'right-refused',
        'right.portal-status',
        'The portal refused this right. Complaints on it fail.',
      ),
    )
  } else if (right.portal.state !== 'verified') {
    points.push(
      warning(
        'right-unverified',
        'right.portal-status',
        'This right is not marked as verified on the portal. Complaints on it will not be processed.',
      ),
    )
  }
  const expiry = expiryOf(right.validUntil, today)
  if (expiry.state === 'ended') {
    points.push(
      right.ipType === 'patent'
        ? blocking('right-expired', 'right.validity', 'This patent is no longer in force.', null, {
            isPatent: true,
          })
        : blocking('right-expired', 'right.validity', `This right expired on ${right.validUntil}.`, null, {
            on: right.validUntil,
          }),
    )
  }
  if (expiry.state === 'soon') {
    points.push(
      warning(
        'right-expires',
        'right.validity',
        `This right expires in ${days(expiry.inDays)}. Renew it.`,
        null,
        { days: expiry.inDays },
      ),
    )
  }
  return points
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

function checkFields(right: Right): OpenPoint[] {
  const points: OpenPoint[] = []
  if (!right.jurisdiction.trim()) {
    points.push(
      blocking('jurisdiction-missing', 'right.jurisdiction', 'Enter where the right is registered.'),
    )
  }
  if (right.territory.length === 0) {
    points.push(
      warning('territory-missing', 'right.territory', 'Choose the countries in which the right applies.'),
    )
  }
  return [...points, ...fieldChecks[right.ipType](right as never)]
}

const fieldChecks: { [Type in IpType]: (right: Extract<Right, { ipType: Type }>) => OpenPoint[] } = {
  trademark(right) {
    const points: OpenPoint[] = []
    if (!right.mark.trim()) {
      points.push(blocking('mark-missing', 'right.mark', 'Enter the mark as on the certificate.'))
    }
    // Some offices write letters and signs into their numbers: only words and spaces are refused.
    if (!/^[A-Z]{0,3}[\d./-]*\d[A-Z]?$/i.test(right.number)) {
      points.push(
        blocking('number-not-plain', 'right.number', 'Enter the number only, without words or spaces.'),
      )
    }
    if (!right.registrant.trim()) {
      points.push(
        blocking('registrant-missing', 'right.registrant', 'The registrant must match the register.'),
      )
    }
    if (right.niceClasses.length === 0) {
      points.push(blocking('classes-missing', 'right.classes', 'Choose at least one class (1–45).'))
    }
    if (right.isInternational && right.territory.includes('CN') && !right.extensionToChina) {
      points.push(
        warning('extension-missing', 'right.extension', 'Add the certificate of extension to China.'),
      )
    }
    return points
  },
  copyright(right) {
    const points: OpenPoint[] = []
    if (!right.workTitle.trim()) {
      points.push(blocking('work-missing', 'right.work', 'Name the work and its type.'))
    }
    if (!right.registrant.trim()) {
      points.push(blocking('owner-missing', 'right.registrant', 'Who owns the work?'))
    }
    const isProven = right.isRegistered
      ? right.number.trim() !== '' && right.documents.some(({ kind }) => kind === 'certificate')
      : right.claimStatement?.mediaType === 'application/pdf'
    if (!isProven) {
      points.push(
        blocking(
          'work-unproven',
          'right.certificate',
          'Add the certificate, or a signed Copyright Claim Statement as PDF.',
        ),
      )
    }
    if (!right.firstPublished || !right.firstPublishedUrl) {
      points.push(
        warning('publication-missing', 'right.work', 'Add where and when the work was first published.'),
      )
    }
    return points
  },
  patent(right) {
    const points: OpenPoint[] = []
    if (!right.number.trim() || !right.title.trim() || !right.registrant.trim()) {
      points.push(
        blocking(
          'patent-incomplete',
          'right.patent',
          'Enter number, title and holder as on the certificate.',
        ),
      )
    }
    if (right.kind !== 'invention' && right.territory.includes('CN') && !right.evaluationReport) {
      points.push(
        warning('report-missing', 'right.evaluation-report', 'China: an evaluation report may be asked for.'),
      )
    }
    return points
  },
}
