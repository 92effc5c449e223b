import { type Failure, fail, ok, type Result } from '../../core/result.ts'

/** Whether the ledger is stamped, and by whom. Off until a person sets an address. */
export interface TimeStampSettings {
  isOn: boolean
  /** https; null where none was ever set. Kept while it is off. */
  url: string | null
}

/** How the last attempt to get a time stamp ended; `failure` is null where it succeeded. */
export interface TimeStampTry {
  atMs: number
  failure: Failure | null
}

/** Port to where both are kept. */
export interface TimeStampSettingsStore {
  /** @throws ExpectedError `settings-unreadable` */
  read(): Promise<TimeStampSettings>
  /** Also forgets the last try, which was made with other settings. */
  save(settings: TimeStampSettings): Promise<void>
  /** Null before the first. @throws ExpectedError `settings-unreadable` */
  lastTry(): Promise<TimeStampTry | null>
  noteTry(made: TimeStampTry): Promise<void>
}

export const maxTsaUrlLength = 500

/**
 * The address of a time-stamp authority as typed, made fit to be asked. Fails with `address-not-https` and
 * `address-unreadable`.
 */
export function parseTsaUrl(text: string): Result<string> {
  const typed = text.trim()
  if (!URL.canParse(typed) || typed.length > maxTsaUrlLength) {
    return fail('address-unreadable', 'This is no address. It begins with https:// and names a host.')
  }
  const url = new URL(typed)
  if (url.protocol !== 'https:') {
    return fail('address-not-https', 'Only addresses that begin with https:// are asked.')
  }
  if (url.username !== '' || url.password !== '') {
    return fail(
      'address-unreadable',
      'An address with a name and password in it is not asked. Leave them out.',
    )
  }
  url.hash = ''
  return ok(url.href)
}
