import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule } from './access.js';

/** A route as its controller states it, and who may call it at all. */
export interface RuledRoute {
  readonly method: string;
  /** As the router writes it: `/phieu/:id`. */
  readonly path: string;
  readonly rule: AccessRule;
}

type Handler = () => unknown;

/** The code that answers a route. */
export interface RouteCode {
  readonly controller: new () => object;
  readonly handler: Handler;
}

interface FoundRoute extends Omit<RuledRoute, 'rule'> {
  readonly rule: AccessRule | undefined;
  readonly code: RouteCode;
}

/** All routes of this process with their rules. A route that states none, by its method or its controller, keeps the process from starting. */
@Injectable()
export class RouteRules implements OnModuleInit {
  private code: ReadonlyMap<string, RouteCode> | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error that names every route without a rule */
  onModuleInit(): void {
    this.all();
  }

  /** @throws Error that names every route without a rule */
  all(): readonly RuledRoute[] {
    const found = this.found();
    const open = found.filter(({ rule }) => rule === undefined);
    if (open.length > 0)
      throw new Error(`Routes without @Allow: ${open.map(({ method, path }) => `${method} ${path}`).join(', ')}`);
    return found.flatMap(({ method, path, rule }) => (rule === undefined ? [] : [{ method, path, rule }]));
  }

  /** @param path as the router writes it @returns null where no controller answers */
  at(method: string, path: string): RouteCode | null {
    this.code ??= new Map(this.found().map(({ code, ...route }) => [`${route.method} ${route.path}`, code]));
    return this.code.get(`${method} ${path}`) ?? null;
  }

  private found(): readonly FoundRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => this.routesOf(metatype));
  }

  private routesOf(controller: unknown): readonly FoundRoute[] {
    if (typeof controller !== 'function') return [];
    const prototype: unknown = controller.prototype;
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler: unknown = Reflect.get(prototype, name);
      return isHandler(handler) ? this.routesAt(controller as Handler, handler) : [];
    });
  }

  private routesAt(controller: Handler, handler: Handler): readonly FoundRoute[] {
    const method = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
    if (method === undefined) return [];
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [handler, controller]);
    // Nest types a controller as a function; it is the class that ExecutionContext.getClass gives.
    const code = { controller: controller as unknown as RouteCode['controller'], handler };
    const below = this.pathsOf(handler);
    return this.pathsOf(controller).flatMap((root) =>
      below.map((path) => ({ method: RequestMethod[method], path: joined(root, path), rule, code })),
    );
  }

  private pathsOf(target: Handler): readonly string[] {
    return [this.reflector.get<string | readonly string[] | undefined>(PATH_METADATA, target) ?? ''].flat();
  }
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

/** `phieu/:id` and `/tach` make `/phieu/:id/tach`. */
function joined(...parts: readonly string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}
