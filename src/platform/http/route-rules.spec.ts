import { Controller, Get, Post } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Allow } from './access.js';
import { RouteRules, type RuledRoute } from './route-rules.js';

@Controller('so')
@Allow(['leader'])
class RuledController {
  @Get(['', ':id/ban'])
  read(): void {
    return;
  }

  @Post(':id')
  @Allow('signedIn')
  write(): void {
    return;
  }
}

@Controller('ngo')
class ForgottenController {
  @Get('vao')
  enter(): void {
    return;
  }
}

async function rulesOf(...controllers: readonly (new () => object)[]): Promise<readonly RuledRoute[]> {
  const plan = { imports: [DiscoveryModule], controllers: [...controllers], providers: [RouteRules] };
  const module = await Test.createTestingModule(plan).compile();
  await module.init();
  return module.get(RouteRules).all();
}

describe('the rules of routes', () => {
  it('are those of the method before those of its controller, for each address', async () => {
    expect(await rulesOf(RuledController)).toEqual([
      { method: 'GET', path: '/so', rule: ['leader'] },
      { method: 'GET', path: '/so/:id/ban', rule: ['leader'] },
      { method: 'POST', path: '/so/:id', rule: 'signedIn' },
    ]);
  });

  it('keep a program from starting while one is missing', async () => {
    await expect(rulesOf(RuledController, ForgottenController)).rejects.toThrow('Routes without @Allow: GET /ngo/vao');
  });
});
