import { Module } from '@nestjs/common';
import { SignIn } from './application/sign-in.js';
import { StaffDirectory } from './application/staff-directory.js';
import { NameQueries } from './persistence/name-queries.js';

@Module({ providers: [StaffDirectory, SignIn, NameQueries], exports: [StaffDirectory, SignIn, NameQueries] })
export class OrganisationModule {}
