package enum PicturesPlaceholder {}
