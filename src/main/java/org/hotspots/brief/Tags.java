package org.hotspots.brief;

import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.jspecify.annotations.Nullable;

/** The document's tags: what a heading, a paragraph or a picture is, for readers who do not see the page. */
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document = element("Document", root);
    private final TreeMap<Integer, PDParentTreeValue> parents = new TreeMap<>();

    Tags(PDDocument into) {
        root.appendKid(document);
        PDDocumentCatalog catalog = into.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        PDMarkInfo marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
    }

    private static PDStructureElement element(String type, PDStructureNode parent) {
        return new PDStructureElement(type, parent);
    }

    /** The tags of a new page. */
    OfPage page(PDPage page) {
        int key = parents.size();
        page.setStructParents(key);
        COSArray ofPage = new COSArray();
        parents.put(key, new PDParentTreeValue(ofPage));
        PDStructureElement section = element("Sect", document);
        document.appendKid(section);
        return new OfPage(page, section, ofPage);
    }

    /** Closes the tree; no page may follow. */
    void finish() {
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size());
    }

    /** Tags of one page, in reading order. */
    static final class OfPage {
        private final PDPage page;
        private final PDStructureElement section;
        private final COSArray parents;

        OfPage(PDPage page, PDStructureElement section, COSArray parents) {
            this.page = page;
            this.section = section;
            this.parents = parents;
        }

        /**
         * Adds an element and gives the number by which the page's content refers to it.
         *
         * @param inWords of a picture; null for text, which speaks for itself
         */
        int add(String type, @Nullable String inWords) {
            PDStructureElement element = element(type, section);
            element.setPage(page);
            if (inWords != null) {
                element.setAlternateDescription(inWords);
            }
            int number = parents.size();
            element.appendKid(number);
            section.appendKid(element);
            parents.add(element);
            return number;
        }
    }
}
