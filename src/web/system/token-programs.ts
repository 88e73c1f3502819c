import { Injectable } from '@nestjs/common';
import { TokenSource, type Bearer } from '../../platform/http/bearer.js';
import { TokenBearers } from '../../tokens/index.js';

/** Tokens belong to members of staff who answer for their programs. */
@Injectable()
export class TokenPrograms extends TokenSource {
  constructor(private readonly bearers: TokenBearers) {
    super();
  }

  override find(secret: string): Promise<Bearer | null> {
    return this.bearers.find(secret);
  }
}
