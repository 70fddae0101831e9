/** The biosphere model and the whole cost as functions whose derivatives are checked. */
package org.ccdas.verify.check.model;
