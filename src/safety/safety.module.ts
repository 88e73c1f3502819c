import { Module } from '@nestjs/common';
import { ReviewSafety } from './application/review-safety.js';

@Module({ providers: [ReviewSafety], exports: [ReviewSafety] })
export class SafetyModule {}
