import { Module } from '@nestjs/common';
import { ImportAdsService } from './import-ads.service.js';
import { ImportBatchService } from './import-batch.service.js';
import { AdSourceRepository } from './ad-source.repository.js';
import { ImportsController } from './imports.controller.js';

@Module({
  controllers: [ImportsController],
  providers: [ImportAdsService, ImportBatchService, AdSourceRepository],
  exports: [ImportAdsService, AdSourceRepository],
})
export class ImportsModule {}
