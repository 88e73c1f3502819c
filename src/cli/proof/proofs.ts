import type { INestApplicationContext } from '@nestjs/common';
import { readSettings, type Settings } from '../../config/settings.js';
import { givenAnchors, type GivenAnchor } from '../files/given-anchor.js';
import { unusable, type CommandOutcome } from '../outcome.js';

export type OpenProofContext = (settings: Settings) => Promise<INestApplicationContext>;

export interface AnchorsAsked {
  readonly anchors: string | undefined;
  readonly key: string | undefined;
}

/** Reads the anchors, opens the app's data for checking, and closes it again. */
export async function withProofContext(
  asked: AnchorsAsked,
  openProofContext: OpenProofContext,
  act: (context: INestApplicationContext, anchors: readonly GivenAnchor[]) => Promise<CommandOutcome>,
): Promise<CommandOutcome> {
  const settings = readSettings();
  const anchors = await givenAnchors({ path: asked.anchors, key: asked.key, agency: settings.agency.code });
  if (typeof anchors === 'string') return unusable(anchors);
  const context = await openProofContext(settings);
  try {
    return await act(context, anchors);
  } finally {
    await context.close();
  }
}
