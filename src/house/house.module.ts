import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { House } from './application/house.js';
import { PublishHouseFacts } from './application/publish-house-facts.js';

@Module({ imports: [JournalModule], providers: [House, PublishHouseFacts], exports: [House, PublishHouseFacts] })
export class HouseModule {}
