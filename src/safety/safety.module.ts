import { Module } from '@nestjs/common';
import { LookOverSafety } from './application/look-over-safety.js';

@Module({ providers: [LookOverSafety], exports: [LookOverSafety] })
export class SafetyModule {}
