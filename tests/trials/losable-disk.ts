import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotRun } from './trial.ts'

/** A file system that can lose its power. */
export interface LosableDisk {
  /** What nobody had the disk confirm is gone, as after a power cut; the journal brings the rest in order. */
  losePower(): Promise<void>
  remove(): Promise<void>
}

/**
 * Mounts an ext4 of its own over this folder. Its image holds what reached the disk and nothing else: what the file
 * system still keeps in memory is not in a copy of it. The journal is written when it is asked for, not by the clock.
 * @throws CannotRun where no image can be mounted.
 */
export async function losableDisk(mountPoint: string): Promise<LosableDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-power-'))
  let losses = 0
  const image = () => join(folder, `disk-${losses}.img`)
  const mount = () => {
    const mounted = spawnSync('mount', ['-o', 'loop,commit=600', image(), mountPoint], { encoding: 'utf8' })
    if (mounted.status !== 0)
      throw new CannotRun(`An image cannot be mounted here: ${(mounted.stderr ?? '').trim()}`)
  }
  await mkdir(mountPoint, { recursive: true })
  try {
    await writeFile(image(), '')
    await truncate(image(), 512 * 1024 * 1024)
    execFileSync('mkfs.ext4', ['-q', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image()])
    mount()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error instanceof CannotRun
      ? error
      : new CannotRun(`No file system can be made here: ${String(error)}`)
  }
  return {
    async losePower() {
      const before = image()
      losses++
      execFileSync('cp', ['--sparse=always', before, image()])
      execFileSync('umount', ['-l', mountPoint])
      await rm(before)
      mount()
    },
    async remove() {
      spawnSync('umount', ['-l', mountPoint])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
