import { Module } from '@nestjs/common';
import { ImportAdsService } from './import-ads.service.js';
import { ImportBatchService } from './import-batch.service.js';
import { ImportsController } from './imports.controller.js';

@Module({ controllers: [ImportsController], providers: [ImportAdsService, ImportBatchService] })
export class ImportsModule {}
