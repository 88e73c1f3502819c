import { Body, Controller } from '@nestjs/common';
import { z } from 'zod';
import { HOUSE_EDITORS } from '../../house/domain/house-facts.js';
import { PublishHouseFacts } from '../../house/index.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { houseView } from './house.js';
import { commandOf, houseFormView, postedFields, type HouseFields } from './house-form.js';
import { HouseFormPage } from './house-form-page.js';
import { HousePage } from './house-page.js';
import { renderPage } from '../kit/render-page.js';
import { fullDay } from '../kit/words/time.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { ReadHouse } from './read-house.js';
import { Act, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedForm } from '../account/session-words.js';

const form = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform(postedFields)
  .refine(({ latest }) => /^[1-9]\d{0,5}$/u.test(latest ?? ''));

/** Everybody may read what documents say of the house; the Office and the administrator write it down. */
@Controller('thong-tin-co-quan')
@Allow('signedIn')
export class HouseController {
  constructor(
    private readonly frames: Frames,
    private readonly house: ReadHouse,
    private readonly publish: PublishHouseFacts,
  ) {}

  @Page('')
  async page(@CurrentVisit() visit: Visit): Promise<string> {
    const view = houseView(await this.house.execute(visit.actor));
    return renderPage(<HousePage frame={await this.frames.of(visit)} view={view} />);
  }

  @Page('soan')
  @AskAgain()
  @Allow(HOUSE_EDITORS)
  async form(@CurrentVisit() visit: Visit): Promise<string> {
    const refused = takeRefusedForm(visit.request, '/thong-tin-co-quan');
    const view = houseFormView({ ...(await this.house.form(visit.actor)), refused });
    return renderPage(<HouseFormPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act('')
  @AskAgain()
  @Allow(HOUSE_EDITORS)
  async save(
    @CurrentVisit() { actor, request }: Visit,
    @Body(new FormPipe(form)) fields: HouseFields,
  ): Promise<Onward> {
    const { validFrom } = await this.publish.execute(actor, commandOf(fields));
    leaveNotice(request, 'done', `Đã lưu thông tin cơ quan, dùng từ ${fullDay(validFrom)}.`);
    return { url: '/thong-tin-co-quan' };
  }
}
