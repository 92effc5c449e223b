import type { OpenPoint } from '../../lib/complaints/open-point.ts'
import type { Right } from '../../lib/rights/right.ts'

/** Id of the control of a field in the form of a right or a holder. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`

/** Where an open point of a right is mended: a field of the right's form, or of its holder's. */
export interface PointPlace {
  form: 'right' | 'holder'
  /** Name of the field in that form. */
  field: string
}

const holderFields: Record<string, string> = {
  'complainant-missing': 'complainantName',
  'email-missing': 'contactEmail',
  'email-personal': 'contactEmail',
}

/** The field at which a point of `checkRightToFile` is mended; null for points that are about something else. */
export function placeOfPoint(
  { code, field }: Pick<OpenPoint, 'code' | 'field'>,
  right: Right,
): PointPlace | null {
  const holderField = holderFields[code]
  if (holderField) return { form: 'holder', field: holderField }
  const own = rightFieldOf(code, field, right)
  return own === null ? null : { form: 'right', field: own }
}

/**
 * The same for a field alone, as other pages lead to it, e.g. `right.mark`; also a form's own field name.
 * @param field of an open point, or a name in the form
 */
export function rightFieldOf(code: string, field: string, right: Right): string | null {
  switch (field) {
    case 'holder':
    case 'right':
      return 'holderId'
    case 'authority':
      return code === 'authority-ended' ? 'powerOfAttorneyUntil' : 'powerOfAttorney'
    case 'right.number':
      return 'number'
    case 'right.mark':
      return 'mark'
    case 'right.registrant':
      return 'registrant'
    case 'right.classes':
      return 'niceClasses'
    case 'right.jurisdiction':
      return 'jurisdiction'
    case 'right.territory':
      return 'territory'
    case 'right.validity':
      return 'validUntil'
    case 'right.portal-status':
      return 'portal.state'
    case 'right.extension':
      return 'extensionToChina'
    case 'right.evaluation-report':
      return 'evaluationReport'
    case 'right.certificate':
      return proofField(right)
    case 'right.work':
      return workField(code, right)
    case 'right.patent':
      return patentField(right)
    default:
      return null
  }
}

function proofField(right: Right): string {
  if (right.ipType !== 'copyright') return 'documents'
  if (!right.isRegistered) return 'claimStatement'
  return right.number.trim() === '' ? 'number' : 'documents'
}

function workField(code: string, right: Right): string {
  if (code !== 'publication-missing' || right.ipType !== 'copyright') return 'workTitle'
  return right.firstPublished === null ? 'firstPublished' : 'firstPublishedUrl'
}

/** The first of the three that is empty. */
function patentField(right: Right): string {
  if (right.number.trim() === '') return 'number'
  return right.ipType === 'patent' && right.title.trim() === '' ? 'title' : 'registrant'
}

/** Moves the focus to a field and shows it. False where the form has no such field now. */
export function focusField(name: string): boolean {
  const control = document.getElementById(fieldId(name))
  if (!control) return false
  control.focus({ preventScroll: true })
  control.scrollIntoView({ block: 'center' })
  return true
}
