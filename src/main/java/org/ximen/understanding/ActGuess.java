package org.ximen.understanding;

/** An act and how probable it is, 0 to 1. */
public record ActGuess(Act act, double probability) {}
