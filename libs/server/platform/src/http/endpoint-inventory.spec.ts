import { describe, expect, it } from '@jest/globals';
import { defineEndpoint } from '@cam-nang/contracts';
import { Controller, Get, Module } from '@nestjs/common';
import * as z from 'zod/mini';
import { Public, RequirePermission } from '../security/access.js';
import { controllersOf } from './controllers-of.js';
import { Endpoint } from './endpoint-decorator.js';
import { listEndpoints } from './endpoint-inventory.js';

function endpoint(id: string, path: `/${string}`) {
  return defineEndpoint({ id, method: 'GET', path, summary: id, response: z.object({}) });
}

@Controller()
class GoodController {
  @Endpoint(endpoint('spec.good', '/api/good/:id'))
  @RequirePermission('cohort.read')
  good() {
    return {};
  }
}

@Controller()
class OpenController {
  @Endpoint(endpoint('spec.undeclared', '/api/undeclared'))
  undeclared() {
    return {};
  }

  @Get('/api/bare')
  @Public()
  bare() {
    return {};
  }
}

@Controller()
class DoubleController {
  @Endpoint(endpoint('spec.double', '/api/good/:other'))
  @Public()
  double() {
    return {};
  }
}

@Module({ controllers: [GoodController] })
class InnerModule {}

@Module({ imports: [InnerModule], controllers: [DoubleController] })
class OuterModule {}

describe('the list of routes', () => {
  it('says who may call each', () => {
    expect(listEndpoints([GoodController])).toMatchObject([
      { handler: 'GoodController.good', access: { permission: 'cohort.read' } },
    ]);
  });

  it('refuses a route that declares no access, and one outside of the contracts', () => {
    expect(() => listEndpoints([OpenController])).toThrow(
      /OpenController\.undeclared says neither[\s\S]*OpenController\.bare has no @Endpoint/,
    );
  });

  it('refuses two routes at one address', () => {
    expect(() => listEndpoints([GoodController, DoubleController])).toThrow(
      'DoubleController.double and GoodController.good share GET /api/good/:',
    );
  });

  it('finds the controllers of modules and what they import', () => {
    expect(controllersOf([OuterModule])).toEqual([DoubleController, GoodController]);
  });
});
