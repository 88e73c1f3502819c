import { Body, Controller } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { EvenWithoutCode } from '../../platform/http/second-factor-owed.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { localPath } from '../kit/http/local-path.js';
import { Act, type RedirectTo } from '../kit/http/routes.js';

export const ASK_AGAIN_PATH = '/xac-nhan-lai';

const form = z.object({ next: optional() });

/** Receives the answer of a page that asks again: the guard itself reads the answer, and a person who passes is redirected. */
@Controller()
@Allow('signedIn')
export class AskAgainController {
  @Act('xac-nhan-lai')
  @EvenWithoutCode()
  @AskAgain()
  redirect(@Body(new FormPipe(form)) { next }: z.infer<typeof form>): RedirectTo {
    return { url: localPath(next, '/') };
  }
}
