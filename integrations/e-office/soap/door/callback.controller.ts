import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, Headers, Post, Query, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CallbackDoor } from './callback-door.js';
import type { HttpHeaders } from '../client/http-head.js';
import { replyWith } from '../client/reply.js';

export const CALLBACK_PATH = 'soap/eoffice-callback/v1';

/** SOAP callback of the e-office. The body arrives as a stream: platform/http reads nothing of XML. */
@Controller(CALLBACK_PATH)
// The door checks its caller itself: the access rule of platform/http, which adapters do not import.
@SetMetadata('access-rule', 'machine')
export class CallbackController {
  constructor(private readonly door: CallbackDoor) {}

  @Post()
  async receive(@Body() body: unknown, @Headers() headers: HttpHeaders, @Res() reply: FastifyReply): Promise<void> {
    const answer = await this.door.answer(body instanceof Readable ? body : null, headers);
    await replyWith(reply, answer);
  }

  /** `?wsdl`, as SOAP tools ask for it; `?wsdl11` for those that know SOAP 1.1 alone, as Axis 1.4. */
  @Get()
  @Header('Content-Type', 'text/xml; charset=utf-8')
  describe(@Query('wsdl11') wsdl11: unknown): string {
    return wsdl11 === undefined ? this.door.wsdl : this.door.wsdl11;
  }
}
