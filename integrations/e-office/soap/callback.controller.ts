import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, Headers, Post, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CallbackDoor } from './callback-door.js';
import type { HttpHeaders } from './http-head.js';
import { replyWith } from './reply.js';

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

  /** `?wsdl`, as SOAP tools ask for it. */
  @Get()
  @Header('Content-Type', 'text/xml; charset=utf-8')
  describe(): string {
    return this.door.wsdl;
  }
}
