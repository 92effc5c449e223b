import { switchWhilePhotographing } from '../support/switch-tabs.ts'
import type { TrialOptions } from './soak-trial.ts'
import type { TrialFindings } from './trial.ts'

/** Tabs switched while pictures are taken: none may show the other tab, and the race must be a real one. */
export async function switchTabs({ amount, seed, args, onProgress }: TrialOptions): Promise<TrialFindings> {
  const { switches, accepted, returned, returnedWithPicture, wrong, refused, unguarded } =
    await switchWhilePhotographing({
      ...{ switches: amount, seed, args },
      onProgress: (done) => {
        if (done % 20 < 5) onProgress(`${done} of ${amount} switches`)
      },
    })
  return {
    counts: {
      switches,
      'pictures accepted': accepted,
      'clicks whose page came back': returned,
      'of them with a picture': returnedWithPicture,
      'of the wrong tab or torn': wrong.length,
      'refused with a reason': Object.values(refused).reduce((sum, count) => sum + count, 0),
      'wrong without guards': unguarded.wrong,
      'tried without guards': unguarded.of,
    },
    flaws: [
      ...wrong.map((what) => `Accepted although wrong: ${what}.`),
      ...(returnedWithPicture < returned * 0.95
        ? [`Only ${returnedWithPicture} of ${returned} got their picture although their page came back.`]
        : []),
      ...(accepted === 0 ? ['No picture was accepted at all.'] : []),
      ...(unguarded.wrong === 0 ? ['Without guards none was wrong: there was no race.'] : []),
    ],
  }
}
