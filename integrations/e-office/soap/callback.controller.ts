import { Body, Controller, Get, Header, Headers, Post, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CallbackDoor } from './callback-door.js';
import type { HttpHeaders } from './http-head.js';

export const CALLBACK_PATH = 'soap/eoffice-callback/v1';

/** SOAP callback of the e-office. The body arrives as Buffer: platform/http keeps XML unparsed. */
@Controller(CALLBACK_PATH)
// The door checks its caller itself: the access rule of platform/http, which adapters do not import.
@SetMetadata('access-rule', 'machine')
export class CallbackController {
  constructor(private readonly door: CallbackDoor) {}

  @Post()
  async receive(@Body() body: unknown, @Headers() headers: HttpHeaders, @Res() reply: FastifyReply): Promise<void> {
    const answer = await this.door.answer(body, headers);
    await reply.status(answer.status).type(answer.contentType).send(answer.body);
  }

  /** `?wsdl`, as SOAP tools ask for it. */
  @Get()
  @Header('Content-Type', 'text/xml; charset=utf-8')
  describe(): string {
    return this.door.wsdl;
  }
}
