import { Module } from '@nestjs/common';
import { UnitController } from './http/unit.controller.js';
import { OrganisationModule } from './organisation.module.js';

@Module({ imports: [OrganisationModule], controllers: [UnitController] })
export class OrganisationHttpModule {}
