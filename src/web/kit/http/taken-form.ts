import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { postedFields } from '../../account/flash-messages.js';

/** The field in which a script names the form; the browser keeps a copy of what is typed under that name. */
export const COPY_FIELD = '_giu';

declare module 'fastify' {
  interface Session {
    takenForm?: string;
  }
}

/** Notes that a posted form was taken, so that the next page has its copy removed. What is refused keeps it. */
export class NoteTakenForm implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { session, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const name = postedFields(body)[COPY_FIELD];
    return next.handle().pipe(
      tap(() => {
        const isTaken = session.staffId !== undefined && session.notice?.kind !== 'refused';
        if (isTaken && typeof name === 'string' && /^[0-9a-f]{32}$/u.test(name)) session.takenForm = name;
      }),
    );
  }
}

/** The form that was taken last, told once. Parts that a script fetches leave it for the page itself. */
export function takeTakenForm({ session, headers }: FastifyRequest): string | null {
  const { takenForm } = session;
  if (takenForm === undefined || headers['sec-fetch-dest'] === 'empty') return null;
  delete session.takenForm;
  return takenForm;
}
