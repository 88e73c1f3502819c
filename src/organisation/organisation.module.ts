import { Module } from '@nestjs/common';
import { SignIn } from './application/sign-in.js';
import { StaffDirectory } from './application/staff-directory.js';

@Module({ providers: [StaffDirectory, SignIn], exports: [StaffDirectory, SignIn] })
export class OrganisationModule {}
