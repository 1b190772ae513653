import { Module } from '@nestjs/common';
import { CreateEmployerService } from './create-employer.service.js';
import { EmployerRepository } from './employer.repository.js';
import { EmployersController } from './employers.controller.js';
import { MembershipService } from './membership.service.js';

@Module({
  controllers: [EmployersController],
  providers: [EmployerRepository, MembershipService, CreateEmployerService],
  exports: [EmployerRepository, MembershipService],
})
export class EmployersModule {}
