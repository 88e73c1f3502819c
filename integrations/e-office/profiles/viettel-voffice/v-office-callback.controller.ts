import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, Headers, Ip, Post, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { HttpHeaders } from '../../soap/client/http-head.js';
import { replyWith } from '../../soap/client/reply.js';
import { VOfficeCallbackDoor } from './v-office-callback-door.js';

export const V_OFFICE_CALLBACK_PATH = 'soap/voffice-callback/v1';

/** SOAP callback of vOffice. The body arrives as a stream: platform/http reads nothing of XML. */
@Controller(V_OFFICE_CALLBACK_PATH)
// The door checks its caller itself: the access rule of platform/http, which adapters do not import.
@SetMetadata('access-rule', 'machine')
export class VOfficeCallbackController {
  constructor(private readonly door: VOfficeCallbackDoor) {}

  @Post()
  async receive(
    @Body() body: unknown,
    @Headers() headers: HttpHeaders,
    @Ip() address: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.door.answer(body instanceof Readable ? body : null, headers, address);
    await replyWith(reply, answer);
  }

  /** `?wsdl`, as SOAP tools ask for it. */
  @Get()
  @Header('Content-Type', 'text/xml; charset=utf-8')
  describe(): string {
    return this.door.wsdl;
  }
}
