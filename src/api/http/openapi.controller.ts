import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { DescribedPlans } from '../openapi/described-plans.js';
import { openApiDocument } from '../openapi/document.js';
import { Endpoint, type Answer } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const DESCRIPTION = endpoint({
  method: 'get',
  path: 'openapi.json',
  status: 200,
  summary: 'This description.',
  answer: z.record(z.string(), z.unknown()),
});

const ABOUT = {
  title: 'Hồi Âm',
  version: '1',
  description:
    'Tickets under law, as the pages show them. Programs act with the session of the person who signed in, or with a token that an administrator makes and its owner confirms on the page `/ma-truy-cap`; each operation names the scope that the token must have. Refusals are problem details with a Vietnamese title; unknown fields are refused.',
};

@Controller(API_ROOT)
@Allow('signedIn')
export class ApiDescriptionController {
  constructor(private readonly plans: DescribedPlans) {}

  @Endpoint(DESCRIPTION)
  describe(): Answer<typeof DESCRIPTION> {
    return openApiDocument(ABOUT, this.plans.all());
  }
}
