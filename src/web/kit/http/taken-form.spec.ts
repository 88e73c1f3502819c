import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { firstValueFrom, of } from 'rxjs';
import { COPY_FIELD, NoteTakenForm } from './taken-form.js';

const NAME = 'b'.repeat(32);

describe('a posted form', () => {
  it.each([
    ['is taken where the act says nothing', undefined, NAME],
    ['is taken where the act says that it is done', 'done', NAME],
    ['is not taken where the act says that it refused', 'refused', undefined],
  ])('%s', async (_rule, kind, taken) => {
    const session: { staffId: string; notice?: object; takenForm?: string } = { staffId: 'ngoc' };
    const request = { session, body: { [COPY_FIELD]: NAME } };
    // Of its context the interceptor asks for the request alone.
    const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
    if (kind !== undefined) session.notice = { kind, text: 'Đã xong.' };
    const next: CallHandler = { handle: () => of(null) };
    await firstValueFrom(new NoteTakenForm().intercept(context, next));
    expect(session.takenForm).toBe(taken);
  });
});
