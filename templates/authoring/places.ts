import type { PlaceName } from '../../src/drafting/domain/places.js';
import { emu, escapeXml } from './wordprocessing.js';

/**
 * Places that stay free until somebody signs or a number is given. Each is a hyperlink, because a converter carries
 * its exact rectangle into the PDF, where it becomes a form field; nobody sees or follows it.
 */
export const PLACE_PICTURE = 'media/cho-trong.png';
export const PICTURE_RELATION = 'rIdChoTrong';

export const EM_SPACE = '\u2003';

export function placeRelation(name: PlaceName): string {
  return `rId_${name}`;
}

export function placeAddress(name: PlaceName): string {
  return `https://hoi-am.local/place/${name}`;
}

/** A blank for digits, so many letters wide; the colour and the missing line keep it invisible where links are blue. */
export function blank(name: PlaceName, ems: number): string {
  return (
    `<w:hyperlink r:id="${placeRelation(name)}" w:history="0"><w:r><w:rPr><w:color w:val="000000"/><w:u w:val="none"/></w:rPr>` +
    `<w:t xml:space="preserve">${EM_SPACE.repeat(ems)}</w:t></w:r></w:hyperlink>`
  );
}

/** Room for a signature and the seal over it, and for initials. */
const SIGNATURE = { width: 50, height: 24 };
const INITIALS = { width: 12, height: 6 };

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where somebody signs: a transparent picture that takes part in the line. `id` is the picture's own in its document. */
export function signaturePlace(name: PlaceName, id: number, description: string): string {
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">${extent(SIGNATURE)}` +
    `${linked(name, id, description)}${picture(name, id, SIGNATURE)}</wp:inline></w:drawing></w:r>`
  );
}

/** Where somebody initials: a picture that floats right after the text before it and takes no room of its own. */
export function initialsPlace(name: PlaceName, id: number, description: string): string {
  return (
    `<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}" behindDoc="0" ` +
    `locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>` +
    `<wp:positionH relativeFrom="character"><wp:posOffset>${emu(2)}</wp:posOffset></wp:positionH>` +
    `<wp:positionV relativeFrom="line"><wp:posOffset>0</wp:posOffset></wp:positionV>` +
    `${extent(INITIALS)}<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>` +
    `${linked(name, id, description)}${picture(name, id, INITIALS)}</wp:anchor></w:drawing></w:r>`
  );
}

function linked(name: PlaceName, id: number, description: string): string {
  const link = `<a:hlinkClick r:id="${placeRelation(name)}"/>`;
  return `<wp:docPr id="${id}" name="${name}" descr="${escapeXml(description)}">${link}</wp:docPr>`;
}

function extent({ width, height }: Size): string {
  return `<wp:extent cx="${emu(width)}" cy="${emu(height)}"/>`;
}

function picture(name: PlaceName, id: number, { width, height }: Size): string {
  return (
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
    `<pic:nvPicPr><pic:cNvPr id="${id}" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${PICTURE_RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
  );
}

/** One fully transparent dot, stretched to every frame. */
export const TRANSPARENT_DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AwAI/AL+p5qgoAAAAABJRU5ErkJggg==',
  'base64',
);
