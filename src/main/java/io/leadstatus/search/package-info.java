/**
 * The search language: its expressions and how they are written down. Knows neither HTTP nor JPA.
 */
package io.leadstatus.search;
